import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import build from "../build.ts"

/** The real server in a process of its own. */
export interface ServerProcess {
  readonly address: string
  /** Where Prometheus reads its metrics; null where `MUSTER_METRICS_PORT` is not among the settings. */
  readonly metrics: () => string | null
  /** Asks the API as the installation; the path goes on after `/api/v1/`. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  /** How much memory its process holds at this moment, and has held at most, in MiB. */
  readonly memory: () => number
  readonly peakMemory: () => number
  /** What it has logged of a level above the usual, or null while it runs as it should. */
  readonly fault: () => string | null
  /** Sends its process a signal. */
  readonly signal: (signal: NodeJS.Signals) => void
  /** Comes when it has ended, whatever ended it: its exit code, or the signal. */
  readonly ended: Promise<number | NodeJS.Signals>
  readonly stop: () => Promise<void>
}

const main = fileURLToPath(new URL("../../apps/server/dist/main.js", import.meta.url))

/** What tools ask their servers with. */
export const serverKey = "key-of-a-server-that-tools-alone-ask"

const authorization = { authorization: `Bearer ${serverKey}` }

/** Starts the server on a PostgreSQL, with these settings beside those that it needs. */
export const spawnServer = async (
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> => {
  build()
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: "0",
      DATABASE_URL: databaseUrl,
      MUSTER_BOOTSTRAP_KEY: serverKey,
      MUSTER_CALLS_PER_SECOND: "100000",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const faults: Array<string> = []
  let metrics: string | null = null
  const listening = Promise.withResolvers<string>()
  for (const output of [child.stdout, child.stderr])
    createInterface({ input: output }).on("line", (line) => {
      const address = /"address":"(http:[^"]+)"/.exec(line)?.[1]
      if (address !== undefined) listening.resolve(address)
      metrics ??= /"metrics":"(http:[^"]+)"/.exec(line)?.[1] ?? null
      if (/\b(WARN|ERROR|FATAL)\b|^Muster cannot start/.test(line)) faults.push(line)
    })
  const ended = new Promise<number | NodeJS.Signals>((end) =>
    child.once("close", (code, signal) => {
      faults.push(`The server ended with ${code ?? signal}.`)
      listening.reject(new Error(faults.join("\n")))
      end(code ?? signal ?? 0)
    }),
  )
  const address = await listening.promise
  faults.length = 0
  const memoryOf = (what: "VmRSS" | "VmHWM") =>
    Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) /
    1024
  return {
    address,
    metrics: () => metrics,
    ask: (path, init = {}) =>
      fetch(`${address}/api/v1/${path}`, { ...init, headers: { ...authorization, ...init.headers } }),
    memory: () => memoryOf("VmRSS"),
    peakMemory: () => memoryOf("VmHWM"),
    fault: () => (faults.length === 0 ? null : faults.join("\n")),
    signal: (signal) => void child.kill(signal),
    ended,
    stop: async () => {
      child.kill("SIGTERM")
      await ended
    },
  }
}
