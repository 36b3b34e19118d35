import { createSignal, onCleanup } from "solid-js"
import { inSlices } from "../grid/inSlices.ts"
import { forEach } from "../grid/Slices.ts"
import type { GridRow } from "../grid/GridRow.ts"
import { discardDraft, keepDraft, timesCleared, type DraftBlock, type DraftHead } from "./draftStore.ts"

const rowsPerBlock = 500
const blocksAtOnce = 4
const waitFor = 400

/**
 * Keeps a table in this browser as it is written, a while after each change and only what changed. `head` tells
 * what else is to be kept, null when nothing is worth it any more.
 */
export const createDraftKeeper = (
  id: string,
  rows: ReadonlyArray<GridRow>,
  head: () => Pick<DraftHead, "userId" | "mode" | "columns" | "rows" | "order" | "gone"> | null,
) => {
  const blocks = new Map<number, Set<GridRow>>()
  const dirty = new Set<number>()
  const touched: Array<ReadonlyArray<GridRow>> = []
  const clearedBefore = timesCleared()
  const [keptAt, setKeptAt] = createSignal<number | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  const note = (row: GridRow): number => {
    const number = Math.floor(row.id / rowsPerBlock)
    const block = blocks.get(number) ?? new Set()
    blocks.set(number, block)
    if (row.isIn) block.add(row)
    else block.delete(row)
    return number
  }

  const rowsOf = (block: number): DraftBlock => [
    block,
    [...(blocks.get(block) ?? [])]
      .filter((row) => row.loaded === null || row.isChanged)
      .map((row) => [row.id, row.cells, row.loaded?.cells ?? null] as const),
  ]
  const forbidden = () => ended || timesCleared() !== clearedBefore

  let keeping: Promise<void> = Promise.resolve()
  let begun = rows
  const noteAll = async (): Promise<void> => {
    const there = begun
    begun = []
    await inSlices(forEach(there, note))
    for (const some of touched.splice(0)) await inSlices(forEach(some, (row) => dirty.add(note(row))))
  }
  const keep = async (): Promise<void> => {
    await noteAll()
    while (!forbidden()) {
      const some = [...dirty].slice(0, blocksAtOnce)
      for (const block of some) dirty.delete(block)
      const last = dirty.size === 0
      const known = last ? head() : null
      if (last && known === null) return void (await discardDraft(id))
      const at = Date.now()
      const kept = await keepDraft(id, some.map(rowsOf), known && { id, at, ...known })
      if (!last) continue
      if (kept && !forbidden()) setKeptAt(at)
      return
    }
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    keeping = keeping.then(keep)
  }
  const later = () => {
    timer ??= setTimeout(flush, waitFor)
  }
  const onHide = () => timer !== undefined && flush()
  document.addEventListener("visibilitychange", onHide)
  onCleanup(() => {
    document.removeEventListener("visibilitychange", onHide)
    onHide()
  })
  return {
    /** When the table was kept last; null before. */
    keptAt,
    /** Takes note of what an act touched. */
    touch: (rows: ReadonlyArray<GridRow>) => {
      touched.push(rows)
      later()
    },
    /** Something else that is kept with the table has changed. */
    later,
    /** Forgets the draft for good: it was sent, or is not wanted. */
    end: async () => {
      ended = true
      clearTimeout(timer)
      timer = undefined
      await keeping
      await discardDraft(id)
    },
  }
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>
