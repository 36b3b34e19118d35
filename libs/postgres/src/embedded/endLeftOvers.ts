import { execFile } from "node:child_process"
import { readdir, readFile, readlink, realpath, rm } from "node:fs/promises"
import { basename, join } from "node:path"
import { promisify } from "node:util"
import { Effect } from "effect"
import { attempt, EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"

/**
 * Sees to it that no PostgreSQL works in `folder` (the caller holds the lock, so none has an owner): one whose
 * parent was killed is about to stop by itself and gets 2 s for it, then SIGQUIT (immediate shutdown: repaired
 * from its log at the next start) and 3 s, then SIGKILL. Its `postmaster.pid` goes too: PostgreSQL would not
 * start if the number in it had gone to another process meanwhile, as it soon does in a container.
 */
export const endLeftOvers = Effect.fnUntraced(function* (
  folder: string,
  find: (folder: string) => Promise<ReadonlyArray<number>> = findPostgres,
) {
  const running = attempt("Looking for a left-over PostgreSQL", () => find(folder))
  const steps = [
    { signal: undefined, patience: 2_000 },
    { signal: "SIGQUIT", patience: 3_000 },
    { signal: "SIGKILL", patience: 5_000 },
  ] as const
  for (const { signal, patience } of steps) {
    let left = yield* running
    if (left.length > 0 && signal !== undefined) {
      yield* Effect.logWarning(
        `A left-over PostgreSQL of ${folder} gets ${signal} (process ${left.join(", ")})`,
      )
      yield* attempt("A left-over PostgreSQL cannot be stopped", async () => sendTo(left, signal))
    }
    for (const end = Date.now() + patience; left.length > 0 && Date.now() < end; left = yield* running) {
      yield* Effect.sleep("20 millis")
    }
    if (left.length === 0) {
      return yield* attempt("postmaster.pid", () => rm(join(folder, "postmaster.pid"), { force: true }))
    }
  }
  return yield* new EmbeddedPostgresFailed({
    reason: `Another PostgreSQL (process ${(yield* running).join(", ")}) works in ${folder} and does not stop.`,
  })
})

const sendTo = (pids: ReadonlyArray<number>, signal: "SIGQUIT" | "SIGKILL") => {
  for (const pid of pids) {
    try {
      process.kill(pid, process.platform === "win32" ? "SIGKILL" : signal)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause
    }
  }
}

/** Every process on Linux whose program is `postgres` and whose working directory is `folder`, as it always is. */
const findByWorkingDirectory = async (folder: string): Promise<ReadonlyArray<number>> => {
  const own = await realpath(folder)
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name))
  const matches = await Promise.all(
    pids.map(async (pid) => {
      try {
        // The name of a program whose file was replaced meanwhile ends in " (deleted)".
        const program = basename(await readlink(`/proc/${pid}/exe`)).split(" ")[0]
        return program === "postgres" && (await readlink(`/proc/${pid}/cwd`)) === own
      } catch {
        return false
      }
    }),
  )
  return pids.filter((_, index) => matches[index]).map(Number)
}

/** Elsewhere: the process named in `postmaster.pid`, if `ps` (Windows: `tasklist`) says that it is a PostgreSQL. */
export const findByPidFile = async (folder: string): Promise<ReadonlyArray<number>> => {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "")
  const pid = Number.parseInt(text, 10)
  if (!(pid > 1)) return []
  const [program, args] =
    process.platform === "win32"
      ? ["tasklist", ["/NH", "/FO", "CSV", "/FI", `PID eq ${pid}`]]
      : ["ps", ["-o", "command=", "-p", String(pid)]]
  const { stdout } = await promisify(execFile)(program, [...args]).catch(() => ({ stdout: "" }))
  const ours = process.platform === "win32" ? /postgres/i.test(stdout) : stdout.includes(`-D ${folder}`)
  return ours ? [pid] : []
}

const findPostgres = process.platform === "linux" ? findByWorkingDirectory : findByPidFile
