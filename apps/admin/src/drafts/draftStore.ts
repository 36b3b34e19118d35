import type { ImportMode } from "@muster/domain/model/Import"
import { inSlices } from "../grid/inSlices.ts"
import { forEach, type Slices } from "../grid/Slices.ts"

/** A row of a draft: its id and cells, and for a row of an import the cells that it had when it was loaded. */
export type DraftRow = readonly [id: number, cells: ReadonlyArray<string>, was: ReadonlyArray<string> | null]

/**
 * What is kept of a table in this browser. A new table has its rows in `order`, by id; of an import only changed
 * rows are kept, and which are `gone`. `rows` is how many are written or changed, `at` when, in ms since 1970.
 */
export interface DraftHead {
  readonly id: string
  readonly userId: string
  readonly at: number
  readonly mode: ImportMode
  readonly columns: ReadonlyArray<string>
  readonly rows: number
  readonly order: Uint32Array | null
  readonly gone: ReadonlyArray<number>
}

export interface Draft {
  readonly head: DraftHead
  readonly rows: ReadonlyArray<DraftRow>
}

/** Rows are kept in blocks, so that a change writes few of them. */
export type DraftBlock = readonly [block: number, rows: ReadonlyArray<DraftRow>]

/** Drafts that nobody went on with for so long are forgotten. */
const longest = 30 * 24 * 60 * 60 * 1000

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open("muster.drafts", 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("heads", { keyPath: "id" })
      asked.result.createObjectStore("blocks")
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

let opened: Promise<IDBDatabase> | undefined

/** Does something with both stores in one transaction, and answers once it is kept; null where storage is closed to the page. */
const within = async <A>(
  mode: IDBTransactionMode,
  act: (heads: IDBObjectStore, blocks: IDBObjectStore) => IDBRequest<A> | undefined,
): Promise<A | null> => {
  try {
    const transaction = (await (opened ??= open())).transaction(["heads", "blocks"], mode)
    const asked = act(transaction.objectStore("heads"), transaction.objectStore("blocks"))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    return asked?.result ?? null
  } catch {
    return null
  }
}

const blocksOf = (id: string) => IDBKeyRange.bound([id], [id, []])

let cleared = 0
/** Another number once all drafts were discarded: what was begun before is not kept after it. */
export const timesCleared = (): number => cleared

/** What is known of a draft without its rows; null for none. */
export const findDraft = (id: string): Promise<DraftHead | null> =>
  within<DraftHead>("readonly", (heads) => heads.get(id))

/** A draft with its rows, those of a new table in their order; null for none. */
export const readDraft = async (id: string): Promise<Draft | null> => {
  const head = await findDraft(id)
  const rows: Array<DraftRow> = []
  let isWhole = false
  await within("readonly", (_, blocks) => {
    const asked = blocks.openCursor(blocksOf(id))
    asked.onsuccess = () => {
      const cursor = asked.result
      isWhole = cursor === null
      rows.push(...((cursor?.value as ReadonlyArray<DraftRow> | undefined) ?? []))
      cursor?.continue()
    }
    return undefined
  })
  if (head === null || !isWhole) return null
  return { head, rows: head.order === null ? rows : await inSlices(inOrder(head.order, rows)) }
}

function* inOrder(order: Uint32Array, rows: ReadonlyArray<DraftRow>): Slices<ReadonlyArray<DraftRow>> {
  const byId = new Map<number, DraftRow>()
  yield* forEach(rows, (row) => byId.set(row[0], row))
  const found: Array<DraftRow> = []
  yield* forEach(order, (id) => {
    const row = byId.get(id)
    if (row !== undefined) found.push(row)
  })
  return found
}

/** Keeps blocks of a draft, and after the last ones its head; answers whether it could. */
export const keepDraft = async (
  id: string,
  blocks: ReadonlyArray<DraftBlock>,
  head: DraftHead | null,
): Promise<boolean> =>
  (await within<IDBValidKey>("readwrite", (heads, stored) => {
    for (const [block, rows] of blocks) {
      if (rows.length === 0) stored.delete([id, block])
      else stored.put(rows, [id, block])
    }
    return head === null ? undefined : heads.put(head)
  })) !== null

export const discardDraft = (id: string): Promise<unknown> =>
  within("readwrite", (heads, blocks) => {
    blocks.delete(blocksOf(id))
    heads.delete(id)
    return undefined
  })

/** Forgets every draft in this browser: whoever signs out leaves nobody's data behind. */
export const discardAllDrafts = (): Promise<unknown> => {
  cleared++
  return within("readwrite", (heads, blocks) => {
    heads.clear()
    blocks.clear()
    return undefined
  })
}

/** Forgets the drafts of others than the user, and those that are too old. */
export const discardStrangeDrafts = async (userId: string, now: number): Promise<void> => {
  const heads = await within<Array<DraftHead>>("readonly", (all) => all.getAll())
  for (const head of heads ?? [])
    if (head.userId !== userId || now - head.at > longest) await discardDraft(head.id)
}
