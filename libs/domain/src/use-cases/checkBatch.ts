import { Effect } from "effect"
import { isOfStructure, type Import } from "../model/Import.ts"
import type { ImportRow } from "../model/ImportRow.ts"
import { checkAccesses } from "./checkAccesses.ts"
import { checkPeople } from "./checkPeople.ts"
import { checkStructure } from "./checkStructure.ts"
import { checkUndoOfAccesses } from "./checkUndoOfAccesses.ts"
import { checkUndoOfPeople } from "./checkUndoOfPeople.ts"
import type { Finding } from "../ports/ImportWork.ts"
import { columnNames } from "../rows/columnNames.ts"
import { textRow, type TextRow } from "../rows/TextRow.ts"

/** What is to be known of an import to check its rows: it need not be there yet. */
export type ImportToCheck = Pick<
  Import,
  "id" | "kind" | "databaseId" | "columns" | "mode" | "invalidRows" | "undoes" | "createdBy" | "startedBy"
>

/** A row of an import, and as the rules see it. */
export interface ReadRow {
  readonly row: ImportRow
  readonly text: TextRow
}

/** Rows of an import as the rules see them. */
export const readRows = (
  one: Pick<ImportToCheck, "kind" | "columns">,
  rows: ReadonlyArray<ImportRow>,
): ReadonlyArray<ReadRow> => {
  const columns = columnNames(one)
  return rows.map((row) => ({ row, text: textRow(row.row, columns, row.cells) }))
}

/** Rows whose keys others of the file may have too. */
export const maybeTwins = (rows: ReadonlyArray<ReadRow>): ReadonlyArray<TextRow> =>
  rows.flatMap(({ row, text }) => (row.mayHaveTwin ? [text] : []))

/** A row as the rules saw it, with what they found. */
export interface CheckedRow {
  readonly text: TextRow
  readonly finding: Finding
}

/**
 * Holds a batch of an import's rows against every rule of its kind and what the platform knows now, each kind
 * of fact looked up once for the whole batch. Changes nothing.
 */
export const checkBatch = (one: ImportToCheck, rows: ReadonlyArray<ImportRow>) =>
  checkReadRows(one, readRows(one, rows))

/** `checkBatch` of rows that are read already. */
export const checkReadRows = Effect.fnUntraced(function* (one: ImportToCheck, read: ReadonlyArray<ReadRow>) {
  const undoing = one.undoes !== null
  if (isOfStructure(one.kind)) return yield* checkStructure(one.kind, one, one.databaseId ?? "", read)
  return one.databaseId === null
    ? yield* (undoing ? checkUndoOfPeople : checkPeople)(one, read)
    : yield* (undoing ? checkUndoOfAccesses : checkAccesses)(one, one.databaseId, read)
})
