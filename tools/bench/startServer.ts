import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

const main = fileURLToPath(new URL("../../apps/server/src/main.ts", import.meta.url))

export interface Server {
  readonly address: string
  readonly key: string
  /** Most memory that the process has held since it began, in bytes. */
  readonly peakMemory: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** Starts Muster on a PostgreSQL as a process of its own, letting in files of any size. */
export const startServer = async (databaseUrl: string): Promise<Server> => {
  const key = crypto.randomUUID() + crypto.randomUUID()
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: "0",
      MUSTER_BOOTSTRAP_KEY: key,
      MUSTER_MAX_ROWS: "1000000",
      MUSTER_MAX_BYTES: String(1024 ** 3),
      MUSTER_CALLS_PER_SECOND: "100000",
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  let address: string | null = null
  for await (const line of createInterface({ input: child.stdout })) {
    address = /"address":"([^"]+)"/.exec(line)?.[1] ?? null
    if (address !== null) break
  }
  if (address === null) throw new Error("Muster did not start.")
  child.stdout.resume()
  return {
    address,
    key,
    peakMemory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8")
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) * 1024
    },
    stop: async () => {
      child.kill()
      if (child.exitCode === null) await once(child, "exit")
    },
  }
}
