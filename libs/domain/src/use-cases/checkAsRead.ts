import { Effect } from "effect"
import { isOfStructure } from "../model/Import.ts"
import type { Finding } from "../ports/ImportWork.ts"
import type { StagedRow } from "../ports/Imports.ts"
import { checkReadRows, type ImportToCheck, type ReadRow } from "./checkBatch.ts"

/**
 * Whether rows can be checked one batch after another while their file is read: those of new people can, apart from
 * whether a later row is about the same person.
 */
export const canCheckAsRead = ({ kind, mode }: Pick<ImportToCheck, "kind" | "mode">): boolean =>
  mode === "create" && !isOfStructure(kind)

/** Rows with what is found in them, each for itself, before their import is there. */
export const checkAsRead = Effect.fnUntraced(function* (one: ImportToCheck, rows: ReadonlyArray<ReadRow>) {
  const checked = yield* checkReadRows(one, rows)
  const findings = new Map(checked.map(({ finding }) => [finding.row, finding]))
  return rows.map((read) => staged(read, findings.get(read.row.row) ?? null))
})

/** A row on its way into the store, with what was found in it, if it was checked. */
export const staged = (
  { row: { row, cells, readingIssues }, text: { emailKey, usernameKey } }: ReadRow,
  finding: Finding | null,
): StagedRow => ({ row, cells, emailKey, usernameKey, readingIssues, finding })
