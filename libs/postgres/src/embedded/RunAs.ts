import { chown, lchown, readdir, stat } from "node:fs/promises"
import { join } from "node:path"
import { Effect } from "effect"
import { attempt, EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"

/** The user and group that PostgreSQL runs as; `undefined`: as we do. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined

/** The user `nobody`: present, with this number, wherever PostgreSQL's binaries run. */
const nobody = process.platform === "darwin" ? { uid: -2, gid: -2 } : { uid: 65534, gid: 65534 }

/**
 * PostgreSQL refuses to run as root. As root, then, it runs as the owner of the data in `folder`, or as nobody
 * if there are none; data that belong to root (a restored copy) are given to nobody. An ordinary user runs it
 * as himself, on data of his own only.
 */
export const chooseRunAs = Effect.fnUntraced(function* (folder: string) {
  const self = process.getuid?.()
  const owner = yield* attempt(`${folder} cannot be read`, () => ownerOf(folder))
  if (self === undefined) return undefined
  if (self !== 0 && owner !== undefined && owner.uid !== self) {
    return yield* new EmbeddedPostgresFailed({
      reason: `${folder} belongs to another user (id ${owner.uid}). Start Muster as that user or as root.`,
    })
  }
  if (self !== 0) return undefined
  if (owner?.uid === 0) {
    yield* attempt(`${folder} cannot be given to an unprivileged user`, () => giveAway(folder, nobody))
  }
  return owner === undefined || owner.uid === 0 ? nobody : owner
})

const ownerOf = async (folder: string): Promise<RunAs> => {
  try {
    const { uid, gid } = await stat(folder)
    return { uid, gid }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw cause
  }
}

const giveAway = async (folder: string, to: { readonly uid: number; readonly gid: number }) => {
  for (const name of await readdir(folder, { recursive: true }))
    await lchown(join(folder, name), to.uid, to.gid)
  await chown(folder, to.uid, to.gid)
}

/**
 * How PostgreSQL is told its data folder, which is its working directory. An unprivileged PostgreSQL started
 * by root could not reach it by name below a folder such as `/root` (mode 0700). Its working directory was
 * set before the privileges were dropped and stays open to it; on Linux `/proc/self/cwd` leads there without a
 * look at the folders above, for the server and for every process of it. Elsewhere there is no such name.
 */
export const dataArgument = (folder: string, runAs: RunAs): string =>
  runAs !== undefined && process.platform === "linux" ? "/proc/self/cwd" : folder
