import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { Effect, Schema } from "effect"

const Told = Schema.fromJsonString(
  Schema.Union([
    Schema.Struct({ url: Schema.String, seconds: Schema.Finite }),
    Schema.Struct({ error: Schema.String, message: Schema.String }),
  ]),
)
const decodeTold = Schema.decodeUnknownSync(Told)

/**
 * Starts `holdDataFolder.ts` on a data folder, as the user `uid` if given. `told` is its first line, `end` sends
 * a signal and waits until the process is gone. Killed when the scope closes.
 */
export const spawnHolder = (dataDir: string, uid?: number) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const program = new URL("holdDataFolder.ts", import.meta.url).pathname
      const args = [program, dataDir, ...(uid === undefined ? [] : [String(uid)])]
      const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] })
      const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()))
      const line = new Promise<string>((resolve, reject) => {
        createInterface({ input: child.stdout })
          .once("line", resolve)
          .once("close", () => reject(new Error("silent")))
      })
      line.catch(() => undefined)
      return {
        pid: child.pid ?? 0,
        told: Effect.promise(() => line.then(decodeTold)),
        end: (signal: "SIGTERM" | "SIGKILL") => Effect.promise(() => (child.kill(signal), exited)),
      }
    }),
    ({ end }) => end("SIGKILL"),
  )

/** The URL that a holder told, or the death of the test. */
export const urlOf = (holder: Effect.Success<ReturnType<typeof spawnHolder>>) =>
  holder.told.pipe(
    Effect.map((told) => {
      if ("error" in told) throw new Error(told.message)
      return told
    }),
  )
