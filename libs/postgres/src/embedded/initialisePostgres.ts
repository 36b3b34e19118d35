import { spawn } from "node:child_process"
import { chmod, chown, mkdtemp, open, readdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { Effect, Redacted } from "effect"
import { attempt, EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"
import { dataArgument, type RunAs } from "./RunAs.ts"
import { asArguments, durability, quietSettings } from "./serverSettings.ts"
import { postgresEnvironment, spawnTied } from "./spawnTied.ts"

/** What the programs of PostgreSQL need to know to work on a data folder. */
export interface Installation {
  /** The folder of `initdb` and `postgres`. */
  readonly binaries: string
  readonly runAs: RunAs
  readonly durable: boolean
}

/**
 * Makes `<dataDir>/postgres` with the database `muster` and its owner, the role `muster`, who signs in by
 * password and is no superuser; the superuser has no password, so nobody signs in as that. All this happens in
 * a sibling folder that is renamed at the end: the folder is absent or complete, whenever we are killed.
 */
export const initialisePostgres = (
  installation: Installation,
  dataDir: string,
  password: Redacted.Redacted<string>,
) =>
  Effect.scoped(
    Effect.gen(function* () {
      const { binaries, runAs, durable } = installation
      yield* Effect.promise(() => removeUnfinished(dataDir))
      const made = yield* attempt(`A new data folder in ${dataDir}`, async () => {
        const folder = await mkdtemp(join(dataDir, unfinished))
        await chmod(folder, 0o700)
        if (runAs !== undefined) await chown(folder, runAs.uid, runAs.gid)
        return folder
      })
      const lines: Array<string> = []
      const initdb = yield* spawnTied(
        join(binaries, "initdb"),
        ["-D", dataArgument(made, runAs), ...initdbArguments, ...(durable ? [] : ["--no-sync"])],
        { cwd: made, runAs, onLine: (line) => lines.push(line) },
      )
      if ((yield* initdb.exited) !== 0) {
        return yield* new EmbeddedPostgresFailed({
          reason: `PostgreSQL could not make its data folder in ${dataDir}: ${lines.slice(-5).join(" ")}`,
        })
      }
      yield* runSingleUser(installation, made, [
        `CREATE ROLE muster LOGIN CREATEDB PASSWORD '${Redacted.value(password)}'`,
        `CREATE DATABASE muster OWNER muster`,
      ])
      yield* attempt(`The new data folder in ${dataDir}`, async () => {
        await rename(made, join(dataDir, "postgres"))
        if (durable && process.platform !== "win32") await syncFolder(dataDir)
      })
    }),
  ).pipe(Effect.onError(() => Effect.promise(() => removeUnfinished(dataDir))))

/** Gives the role `muster` another password, in a data folder whose server is not running. */
export const resetPassword = (
  installation: Installation,
  folder: string,
  password: Redacted.Redacted<string>,
) => runSingleUser(installation, folder, [`ALTER ROLE muster PASSWORD '${Redacted.value(password)}'`])

const unfinished = "postgres.new-"

const initdbArguments = [
  "--username=postgres",
  "--auth-local=reject",
  "--auth-host=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
]

const removeUnfinished = async (dataDir: string) => {
  for (const name of await readdir(dataDir)) {
    // What cannot be removed (an initdb that is just ending may still write to it) is left to the next start.
    if (name.startsWith(unfinished)) {
      await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
    }
  }
}

/** Statements go by standard input: a password is in no argument, file or log. */
const runSingleUser = (
  { binaries, runAs, durable }: Installation,
  folder: string,
  statements: Array<string>,
) =>
  attempt("PostgreSQL's data folder could not be prepared", () => {
    const settings = asArguments([...quietSettings, ...durability(durable)])
    return new Promise<void>((resolve, reject) => {
      const child = spawn(
        join(binaries, "postgres"),
        [
          "--single",
          "-D",
          dataArgument(folder, runAs),
          ...settings,
          "-c",
          "log_min_messages=error",
          "postgres",
        ],
        { ...runAs, cwd: folder, env: postgresEnvironment(), stdio: ["pipe", "ignore", "pipe"] },
      )
      let problems = ""
      child.stderr.setEncoding("utf8").on("data", (text: string) => (problems += text))
      child.stdin.on("error", () => undefined)
      child.on("error", reject)
      child.on("close", (code) =>
        code === 0 && !/^(ERROR|FATAL|PANIC):/m.test(problems)
          ? resolve()
          : reject(new Error(problems.trim())),
      )
      child.stdin.end(statements.join("\n") + "\n")
    })
  })

const syncFolder = async (folder: string) => {
  const handle = await open(folder, "r")
  await handle.sync().finally(() => handle.close())
}
