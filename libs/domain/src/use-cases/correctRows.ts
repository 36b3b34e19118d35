import { Effect, Schema } from "effect"
import type { Import, ImportScope, ImportState } from "../model/Import.ts"
import type { ImportRow } from "../model/ImportRow.ts"
import { offeredRepair } from "../model/Issue.ts"
import { Imports, type RowChange } from "../ports/Imports.ts"
import { repairedCell } from "../repairs/repairedCell.ts"
import { columnNames } from "../rows/columnNames.ts"
import { textRow } from "../rows/TextRow.ts"
import { ImportStateForbids, moved } from "./moveImport.ts"

export class RowNotFound extends Schema.TaggedError<RowNotFound>()("RowNotFound", { row: Schema.Int }) {
  override get message() {
    return `The import has no row ${this.row}.`
  }
}

export class ColumnNotFound extends Schema.TaggedError<ColumnNotFound>()("ColumnNotFound", {
  column: Schema.String,
}) {
  override get message() {
    return `The file has no column "${this.column}".`
  }
}

/** Where the state lets a row be corrected, only somebody else's correction can have come between. */
export const whileOthersCorrect = {
  times: 10,
  while: (error: { readonly _tag: string; readonly state?: ImportState }) =>
    error._tag === "ImportStateForbids" && error.state !== undefined && correctable.includes(error.state),
}

/** The states in which rows can be corrected. */
export const correctable: ReadonlyArray<ImportState> = ["validating", "refused", "ready"]

/** What is to become of a row: other text in some of its cells, by column name, or nothing at all. */
export type RowCorrection =
  | { readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly row: number; readonly leaveOut: true }

/**
 * `refused | ready > validating` with some cells of these rows replaced, and others of them left out: all or
 * none. A row that was left out is taken in again by its cells; those of an undoing import are only taken in.
 * Cells that somebody else corrects at the same moment stay corrected. Of a row named twice the last counts.
 */
export const correctRows = Effect.fn("correctRows")(
  function* (scope: ImportScope, id: string, corrections: ReadonlyArray<RowCorrection>) {
    const imports = yield* Imports
    const one = yield* imports.find(scope, id)
    const asked = [...new Map(corrections.map((correction) => [correction.row, correction])).values()]
    const there = new Map(
      (yield* imports.rows(id, {
        statuses: null,
        only: asked.map(({ row }) => row),
        after: 0,
        limit: asked.length,
      })).map((row) => [row.row, row]),
    )
    const changes: Array<RowChange> = []
    for (const correction of asked) {
      const found = there.get(correction.row)
      if (found === undefined) return yield* new RowNotFound({ row: correction.row })
      changes.push(
        "leaveOut" in correction
          ? { leaveOut: correction.row }
          : { was: found.cells, becomes: yield* corrected(one, found, correction.cells) },
      )
    }
    return yield* moved(scope, id, "correct", imports.correctRows(scope, id, changes), [])
  },
  (change) => Effect.retry(change, whileOthersCorrect),
)

/**
 * The row with some of its cells replaced: what reading found in those, or in the row as a whole, is forgotten. A cell
 * that becomes what its repair would have made of it is told as repaired.
 */
const corrected = Effect.fnUntraced(function* (
  one: Import,
  { row, cells: was, readingIssues, issues }: ImportRow,
  given: Readonly<Record<string, string>>,
) {
  const unknown = Object.keys(given).find((column) => !one.columns.includes(column))
  if (unknown !== undefined) return yield* new ColumnNotFound({ column: unknown })
  const cells = was.map((cell, position) => {
    const column = one.columns[position] ?? ""
    return Object.hasOwn(given, column) ? (given[column] ?? cell) : cell
  })
  if (one.undoes !== null && cells.some((cell, position) => cell !== was[position]))
    return yield* new ImportStateForbids({ act: "correct", state: one.state })
  const { emailKey, usernameKey } = textRow(row, columnNames(one), cells)
  const stillFound = readingIssues.filter(({ column }) => column !== null && !Object.hasOwn(given, column))
  const repaired = issues.flatMap((issue) => {
    const repair = offeredRepair(issue)
    const position = one.columns.indexOf(issue.column ?? "")
    return repair && issue.column !== null && given[issue.column]?.trim() === repair.to
      ? [repairedCell(row, issue.column, was[position] ?? "", repair)]
      : []
  })
  return { row, cells, emailKey, usernameKey, readingIssues: [...stillFound, ...repaired] }
})
