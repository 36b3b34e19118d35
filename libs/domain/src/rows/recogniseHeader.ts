import type { ImportKind } from "../model/Import.ts"
import type { ColumnName } from "./Column.ts"
import { matchColumn } from "./matchColumn.ts"

/** A header understood: `kept` are the positions in the file that are kept, the others their meaning. */
export interface RecognisedHeader {
  readonly kind: ImportKind
  readonly kept: ReadonlyArray<number>
  /** The kept header texts as they stand in the file. */
  readonly header: ReadonlyArray<string>
  /** The column each kept header text names, null when unknown. */
  readonly columns: ReadonlyArray<ColumnName | null>
}

/**
 * Finds each column by its header. Texts that start with `_` and blank ones are left out with their cells:
 * Muster writes the former into its reports, nobody means anything by the latter.
 */
export const recogniseHeader = (kind: ImportKind, texts: ReadonlyArray<string>): RecognisedHeader => {
  const kept = texts.flatMap((text, position) => (/^\s*(_|$)/.test(text) ? [] : [position]))
  const header = kept.map((position) => (texts[position] ?? "").trim())
  return { kind, kept, header, columns: header.map((text) => matchColumn(kind, text)) }
}

/** How many of the texts name a column of the kind: what tells a header from other rows. */
export const knownColumns = (kind: ImportKind, texts: ReadonlyArray<string>): number =>
  new Set(texts.map((text) => matchColumn(kind, text)).filter((name) => name !== null)).size
