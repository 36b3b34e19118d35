import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { createDatabase } from "@muster/postgres/embedded/createDatabase"
import { Effect } from "effect"
import { inject } from "vitest"

/** A server of Muster's, running as a process of its own. */
export interface Muster {
  readonly address: string
  readonly pid: number
  /** What it has printed so far. */
  readonly lines: ReadonlyArray<string>
  /** The link that makes the first administrator, where one was printed. */
  readonly setUpLink: () => Promise<string>
  readonly stop: (
    signal?: NodeJS.Signals,
  ) => Promise<{ readonly code: number | null; readonly lines: ReadonlyArray<string> }>
}

export class MusterEnded extends Error {
  readonly code: number | null
  constructor(code: number | null, output: string) {
    super(output)
    this.code = code
  }
}

/** The API key with which tests act, unless they sign in. */
export const bootstrapKey = "key-of-an-unattended-installation-in-tests"

export const authorization = { Authorization: `Bearer ${bootstrapKey}` }

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url))

/** Starts the real server with these settings, on a free port; rejects with its output if it ends instead. */
export const startMuster = (settings: Readonly<Record<string, string>>, ...flags: ReadonlyArray<string>) =>
  new Promise<Muster>((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...flags], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: "0",
        MUSTER_BOOTSTRAP_KEY: bootstrapKey,
        ...settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    })
    const lines: Array<string> = []
    const setUpLink = Promise.withResolvers<string>()
    const ended = new Promise<number | null>((end) => child.once("close", (code) => end(code)))
    for (const output of [child.stdout, child.stderr])
      createInterface({ input: output }).on("line", (line) => {
        lines.push(line)
        const link = /^Make the first administrator.*: (http\S+)$/.exec(line)?.[1]
        if (link !== undefined) setUpLink.resolve(link)
        const address = /"address":"(http:[^"]+)"/.exec(line)?.[1]
        if (address === undefined) return
        resolve({
          address,
          pid: child.pid ?? 0,
          lines,
          setUpLink: () => setUpLink.promise,
          stop: async (signal = "SIGTERM") => {
            child.kill(signal)
            return { code: await ended, lines }
          },
        })
      })
    void ended.then((code) => reject(new MusterEnded(code, lines.join("\n"))))
  })

/** The URL of a fresh, empty PostgreSQL database on the test server. */
export const freshStore = () => Effect.runPromise(createDatabase(inject("postgresUrl")))
