import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { Deferred, Effect } from "effect"
import { EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"
import type { RunAs } from "./RunAs.ts"

/** A running process; `exited` gives its exit code, or 128 plus the number of the signal that ended it. */
export interface TiedProcess {
  readonly exited: Effect.Effect<number, EmbeddedPostgresFailed>
}

/**
 * The shell that stands between us and the process. Its standard input is a pipe of which we hold the only
 * other end, so the kernel closes it when we end, however we end, SIGKILL included. Then it asks the process to
 * stop: SIGINT (PostgreSQL's fast shutdown), SIGQUIT after 10 s (immediate shutdown), SIGKILL after 5 s more.
 */
const watch = `
trap "" HUP INT TERM
exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
(
  exec >/dev/null 2>&1
  read -r end <&3
  kill -INT $child
  sleep 10 3<&-
  kill -QUIT $child
  sleep 5 3<&-
  kill -KILL $child
) &
watcher=$!
exec 3<&-
wait $child
code=$?
kill -KILL $watcher
exit $code
`

/**
 * Starts a process that does not outlive this one. It runs in a session of its own, so that Ctrl-C in a
 * terminal reaches us alone; it has no standard input, and each line of its standard error goes to `onLine`.
 * Closing the scope stops it as above and waits for its end. On Windows, which has no such shell, closing the
 * scope ends the process at once, and one whose parent was killed is left to `endLeftOvers`.
 */
export const spawnTied = (
  command: string,
  args: ReadonlyArray<string>,
  options: { readonly cwd: string; readonly runAs: RunAs; readonly onLine: (line: string) => void },
) =>
  Effect.acquireRelease(
    Effect.sync(() => start(command, args, options)),
    ({ child, exited }) =>
      Effect.sync(() => {
        child.stdin.end()
        if (process.platform === "win32") child.kill()
      }).pipe(
        Effect.andThen(exited),
        Effect.timeoutOrElse({
          duration: "20 seconds",
          orElse: () => Effect.sync(() => child.pid !== undefined && process.kill(-child.pid, "SIGKILL")),
        }),
        Effect.ignore,
      ),
  ).pipe(Effect.map(({ exited }): TiedProcess => ({ exited })))

const start = (
  command: string,
  args: ReadonlyArray<string>,
  options: { readonly cwd: string; readonly runAs: RunAs; readonly onLine: (line: string) => void },
) => {
  const exited = Deferred.makeUnsafe<number, EmbeddedPostgresFailed>()
  const [file, argv] =
    process.platform === "win32" ? [command, args] : ["/bin/sh", ["-c", watch, "sh", command, ...args]]
  const child = spawn(file, [...argv], {
    ...options.runAs,
    cwd: options.cwd,
    env: postgresEnvironment(),
    detached: process.platform !== "win32",
    windowsHide: true,
    stdio: ["pipe", "ignore", "pipe"],
  })
  child.stdin.on("error", () => undefined)
  createInterface({ input: child.stderr }).on("line", options.onLine)
  child.on("error", (cause) =>
    Deferred.doneUnsafe(
      exited,
      Effect.fail(new EmbeddedPostgresFailed({ reason: `${command} cannot be run: ${cause.message}` })),
    ),
  )
  const end = (code: number | null) => Deferred.doneUnsafe(exited, Effect.succeed(code ?? 128))
  child.on("close", end)
  // A killed server's children hold its standard error for a moment longer: its end does not wait for theirs.
  child.on("exit", (code) => setTimeout(end, 250, code))
  return { child, exited: Deferred.await(exited) }
}

/** Nothing of our own environment reaches PostgreSQL: neither `PG…` variables nor secrets. */
export const postgresEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  SystemRoot: process.env["SystemRoot"],
  LC_ALL: "C",
  TZ: "UTC",
})
