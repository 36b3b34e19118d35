import { createMemo, createSignal, type Accessor } from "solid-js"
import type { ImportKind, ImportMode } from "@muster/domain/model/Import"
import type { ColumnMatch, ColumnMeaning, FileReading } from "@muster/domain/rows/ColumnMatch"
import { columnFaults } from "@muster/domain/rows/matchColumns"

/**
 * What the columns of the file at hand mean: as it was read, and as somebody chose since. `asking` while it is
 * for somebody to confirm.
 */
export const createColumnChoice = (kind: Accessor<ImportKind>, mode: Accessor<ImportMode>) => {
  const [columns, setColumns] = createSignal<ReadonlyArray<ColumnMatch>>([])
  const [asking, setAsking] = createSignal(false)
  const meanings = createMemo(() => columns().map(({ meaning }) => meaning))
  return {
    columns,
    asking,
    faults: createMemo(() => columnFaults(kind(), mode(), meanings())),
    /** Takes what a file was read as; `ask` for somebody to confirm it. */
    take: (reading: FileReading, ask: boolean) => {
      setColumns(reading.columns)
      setAsking(ask)
    },
    choose: (position: number, meaning: ColumnMeaning | null) =>
      setColumns((all) =>
        all.map((one) => (one.position === position ? { ...one, meaning, by: null } : one)),
      ),
    forget: () => {
      setColumns([])
      setAsking(false)
    },
    /** By position in the file, for the upload; undefined where each header says it by itself. */
    chosen: (): ReadonlyArray<ColumnMeaning | null> | undefined => {
      if (!asking() && columns().every(({ by }) => by !== "memory")) return undefined
      const width = Math.max(0, ...columns().map(({ position }) => position + 1))
      return Array.from(
        { length: width },
        (_, at) => columns().find(({ position }) => position === at)?.meaning ?? null,
      )
    },
  }
}

export type ColumnChoice = ReturnType<typeof createColumnChoice>
