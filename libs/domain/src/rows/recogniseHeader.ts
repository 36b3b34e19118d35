import type { ImportKind } from "../model/Import.ts"
import type { ColumnName } from "./Column.ts"
import type { ColumnMeaning } from "./ColumnMatch.ts"
import { matchColumn } from "./matchColumn.ts"
import { splitName, type NamePart } from "./splitName.ts"

/** A column of a file that is kept. */
export interface KeptColumn {
  /** Where it stands in the file; 0 is the first. */
  readonly position: number
  /** The header text as the import has it. */
  readonly header: string
  /** The column it is, null when unknown. */
  readonly column: ColumnName | null
  /** The part of a full name that is taken from it; null for the cell as it stands. */
  readonly part: NamePart | null
}

/** A header understood. `chosen` says whether somebody said what the columns are, so that none is overlooked. */
export interface RecognisedHeader {
  readonly kind: ImportKind
  readonly chosen: boolean
  readonly kept: ReadonlyArray<KeptColumn>
}

/**
 * Whether a header text is that of a column to keep: Muster writes those that start with `_` into its reports,
 * nobody means anything by blank ones.
 */
export const isKept = (text: string): boolean => !/^\s*(_|$)/.test(text)

/** Finds each column by its header. */
export const recogniseHeader = (kind: ImportKind, texts: ReadonlyArray<string>): RecognisedHeader => ({
  kind,
  chosen: false,
  kept: texts.flatMap((text, position) =>
    isKept(text) ? [{ position, header: text.trim(), column: matchColumn(kind, text), part: null }] : [],
  ),
})

/** The header with columns as somebody chose them, by position; null for a column that is not used. */
export const chosenHeader = (
  kind: ImportKind,
  texts: ReadonlyArray<string>,
  meanings: ReadonlyArray<ColumnMeaning | null>,
): RecognisedHeader => ({
  kind,
  chosen: true,
  kept: texts.flatMap((text, position): ReadonlyArray<KeptColumn> => {
    if (!isKept(text)) return []
    const column = meanings[position] ?? null
    const header = text.trim()
    // Spelt so that a report with these columns is read again without anybody's choice.
    return column === "fullName"
      ? [
          { position, header: `${header} (firstName)`, column: "firstName", part: "first" },
          { position, header: `${header} (lastName)`, column: "lastName", part: "last" },
        ]
      : [{ position, header, column, part: null }]
  }),
})

/** The cells that are kept of a row of the file. */
export const keptCells = (header: RecognisedHeader, cells: ReadonlyArray<string>): ReadonlyArray<string> =>
  header.kept.map(({ position, part }) => {
    const cell = cells[position] ?? ""
    return part === null ? cell : splitName(cell)[part]
  })

/** How many of the texts name a column of the kind: what tells a header from other rows. */
export const knownColumns = (kind: ImportKind, texts: ReadonlyArray<string>): number =>
  new Set(texts.map((text) => matchColumn(kind, text)).filter((name) => name !== null)).size
