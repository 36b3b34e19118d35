import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

const main = fileURLToPath(new URL("../../server/dist/main.js", import.meta.url))

/** The API key with which a test prepares what it looks at. */
const bootstrapKey = "key-of-an-unattended-installation-in-tests"
export const authorization = { Authorization: `Bearer ${bootstrapKey}` }

export const administrator = {
  email: "sue@staff.example",
  firstName: "Sue",
  lastName: "Staff",
  password: "nine green bottles",
}

/**
 * Starts the real server on its own PostgreSQL in a temporary folder, with these settings besides; `stop` ends
 * it and removes the folder.
 */
export const startMuster = async (settings: Readonly<Record<string, string>> = {}) => {
  const dataDir = await mkdtemp(join(tmpdir(), "muster-browser-"))
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: "0",
      MUSTER_DATA_DIR: dataDir,
      MUSTER_BOOTSTRAP_KEY: bootstrapKey,
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()))
  const setUpLink = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = /^Make the first administrator.*: (http\S+)$/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => reject(new Error("The server ended before it listened.")))
  })
  return {
    address: new URL(setUpLink).origin,
    /** Makes the first administrator. */
    setUpLink,
    stop: async () => {
      child.kill("SIGTERM")
      await ended
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
