import { constants } from "node:fs"
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { Effect, Result } from "effect"
import { attempt, EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"
import type { PostgresPackage } from "./postgresBinaries.ts"

/**
 * A copy of the package in a temporary folder where it `runs` (a folder mounted `noexec`, or one that
 * others cannot enter, is passed over). The copy is named after its version and used again by later starts and
 * other processes if it is whole and nobody but us or root can have written to it. A damaged copy, or a folder
 * that somebody else planted under that name, is left alone and the next name is taken: nothing that may be in
 * use is ever removed or written to. Only when all names are taken is the copy of this start alone, removed
 * when the scope closes.
 */
export const copyBinaries = Effect.fnUntraced(function* (
  { root, version }: PostgresPackage,
  runs: (copy: string) => Promise<boolean>,
  parents: ReadonlyArray<string> = [...new Set([tmpdir(), "/var/tmp", "/tmp"])],
) {
  const problems: Array<string> = []
  for (const parent of parents) {
    const copied = yield* attempt(`A copy in ${parent}`, () =>
      findOrMake(root, join(parent, `muster-postgresql-${version}`), runs),
    ).pipe(Effect.result)
    if (Result.isFailure(copied)) problems.push(copied.failure.reason)
    else {
      const { folder, lasting } = copied.success
      if (!lasting) yield* Effect.addFinalizer(() => Effect.promise(() => remove(folder)))
      return folder
    }
  }
  return yield* new EmbeddedPostgresFailed({
    reason: `PostgreSQL's programs can be run neither in ${root} nor as a copy. ${problems.join("; ")}.`,
  })
})

const findOrMake = async (root: string, name: string, runs: (copy: string) => Promise<boolean>) => {
  const names = [name, ...[2, 3, 4, 5].map((number) => `${name}-${number}`)]
  for (const folder of names) {
    if ((await isWhole(folder)) && (await runs(folder))) return { folder, lasting: true }
  }
  const fresh = await mkdtemp(`${name}-`)
  try {
    await copy(root, fresh)
    if (!(await runs(fresh))) throw new Error("it cannot be run there")
  } catch (cause) {
    await remove(fresh)
    throw cause
  }
  for (const folder of names) {
    // Fails if there is a folder already, perhaps of one who was quicker.
    const failure = await rename(fresh, folder).catch((cause: Error) => cause)
    if (failure === undefined) return { folder, lasting: true }
    if ((await isWhole(folder)) && (await runs(folder))) {
      await remove(fresh)
      return { folder, lasting: true }
    }
  }
  return { folder: fresh, lasting: false }
}

/** The last file of a copy: how many files came before it. */
const marker = "complete"

/** Whether `folder` is a copy that lacks no file (cleaners of /tmp remove single ones) and is ours or root's. */
const isWhole = async (folder: string): Promise<boolean> => {
  try {
    const { uid, mode } = await lstat(folder)
    const trusted = uid === 0 || uid === process.getuid?.()
    if (!trusted || (mode & constants.S_IFMT) !== constants.S_IFDIR || (mode & 0o022) !== 0) return false
    const expected = Number(await readFile(join(folder, marker), "utf8"))
    return (await filesOf(folder)).filter((name) => name !== marker).length === expected
  } catch {
    return false
  }
}

const copy = async (root: string, fresh: string): Promise<void> => {
  const files = (await filesOf(root)).filter((name) => name.startsWith("native") || name === "package.json")
  for (const folder of new Set(files.map((name) => dirname(join(fresh, name))))) {
    await mkdir(folder, { recursive: true })
  }
  for (const name of files) {
    await copyFile(join(root, name), join(fresh, name), constants.COPYFILE_FICLONE)
    // The sticky bit on a file asks systemd-tmpfiles to spare it, however old.
    await chmod(join(fresh, name), /[\\/]bin[\\/]/.test(name) ? 0o1755 : 0o1644)
  }
  for (const found of await readdir(fresh, { recursive: true, withFileTypes: true })) {
    if (found.isDirectory()) await chmod(join(found.parentPath, found.name), 0o755)
  }
  await writeFile(join(fresh, marker), String(files.length))
  await chmod(join(fresh, marker), 0o1644)
  await chmod(fresh, 0o755)
}

/** Regular files below `folder`, static libraries left out, by relative name. */
const filesOf = async (folder: string): Promise<ReadonlyArray<string>> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((found) => found.isFile() && !found.name.endsWith(".a"))
    .map((found) => join(found.parentPath, found.name).slice(folder.length + 1))

const remove = (folder: string) => rm(folder, { recursive: true, force: true }).catch(() => undefined)
