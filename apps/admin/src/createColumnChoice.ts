import { createMemo, createSignal, type Accessor } from "solid-js"
import type { ImportKind, ImportMode } from "@muster/domain/model/Import"
import type { ColumnMatch, ColumnMeaning, FileReading } from "@muster/domain/rows/ColumnMatch"
import type { DialectChoice, FileDialect } from "@muster/domain/rows/FileDialect"
import { columnFaults } from "@muster/domain/rows/matchColumns"

/**
 * How the file at hand is written down and what its columns mean: as it was read, and as somebody chose since.
 * `asking` while it is for somebody to confirm.
 */
export const createColumnChoice = (kind: Accessor<ImportKind>, mode: Accessor<ImportMode>) => {
  const [columns, setColumns] = createSignal<ReadonlyArray<ColumnMatch>>([])
  const [asking, setAsking] = createSignal(false)
  const [readAs, setReadAs] = createSignal<FileDialect | null>(null)
  const [dialectChoice, setDialectChoice] = createSignal<DialectChoice>({})
  /** A dialect with what was chosen in it. */
  const chosenIn = (read: FileDialect): FileDialect => ({ ...read, ...dialectChoice() })
  const meanings = createMemo(() => columns().map(({ meaning }) => meaning))
  return {
    columns,
    asking,
    faults: createMemo(() => columnFaults(kind(), mode(), meanings())),
    /** Takes what a file was read as; `ask` for somebody to confirm it. */
    take: (reading: FileReading, ask: boolean) => {
      setColumns(reading.columns)
      setReadAs(reading.dialect)
      setAsking(ask)
    },
    choose: (position: number, meaning: ColumnMeaning | null) =>
      setColumns((all) =>
        all.map((one) => (one.position === position ? { ...one, meaning, by: null } : one)),
      ),
    /** How the file is written down: as it was read, and as somebody chose since; null for a workbook. */
    dialect: (): FileDialect | null => {
      const read = readAs()
      return read && chosenIn(read)
    },
    dialectChoice,
    /** Whether anything of the dialect was chosen. */
    isChosen: () => Object.keys(dialectChoice()).length > 0,
    chosenIn,
    /** Chooses another part of the dialect; null takes all choices back. */
    chooseDialect: (part: DialectChoice | null) =>
      setDialectChoice((chosen) => (part === null ? {} : { ...chosen, ...part })),
    forget: () => {
      setColumns([])
      setReadAs(null)
      setDialectChoice({})
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
