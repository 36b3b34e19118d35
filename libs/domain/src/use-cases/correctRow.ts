import { Effect, Schema } from "effect"
import type { ImportScope, ImportState } from "../model/Import.ts"
import { Imports } from "../ports/Imports.ts"
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
const whileOthersCorrect = {
  times: 10,
  while: (error: { readonly _tag: string; readonly state?: ImportState }) =>
    error._tag === "ImportStateForbids" && error.state !== undefined && correctable.includes(error.state),
}

const correctable: ReadonlyArray<ImportState> = ["validating", "refused", "ready"]

/**
 * `refused | ready > validating` with some cells of a row replaced, by column name. A row that was left out
 * is taken in again; those of an undoing import are only taken in. Cells that somebody else corrects at the same moment stay corrected.
 */
export const correctRow = Effect.fn("correctRow")(
  function* (scope: ImportScope, id: string, row: number, cells: Readonly<Record<string, string>>) {
    const imports = yield* Imports
    const one = yield* imports.find(scope, id)
    const unknown = Object.keys(cells).find((column) => !one.columns.includes(column))
    if (unknown !== undefined) return yield* new ColumnNotFound({ column: unknown })
    const was = (yield* findRow(id, row)).cells
    const corrected = was.map((cell, position) => {
      const column = one.columns[position] ?? ""
      return Object.hasOwn(cells, column) ? (cells[column] ?? cell) : cell
    })
    if (one.undoes !== null && corrected.some((cell, position) => cell !== was[position]))
      return yield* new ImportStateForbids({ act: "correct", state: one.state })
    const { emailKey, usernameKey } = textRow(row, columnNames(one), corrected)
    const becomes = { row, cells: corrected, emailKey, usernameKey, readingIssues: [] }
    return yield* moved(scope, id, "correct", imports.correctRow(scope, id, { was, becomes }), [])
  },
  (change) => Effect.retry(change, whileOthersCorrect),
)

/** `refused | ready > validating` with a row left out: it ends `skipped`. */
export const leaveRowOut = Effect.fn("leaveRowOut")(
  function* (scope: ImportScope, id: string, row: number) {
    const imports = yield* Imports
    yield* imports.find(scope, id)
    yield* findRow(id, row)
    return yield* moved(scope, id, "correct", imports.correctRow(scope, id, { leaveOut: row }), [])
  },
  (change) => Effect.retry(change, whileOthersCorrect),
)

const findRow = Effect.fnUntraced(function* (importId: string, row: number) {
  const imports = yield* Imports
  const [found] = yield* imports.rows(importId, { statuses: null, after: row - 1, limit: 1 })
  return found?.row === row ? found : yield* new RowNotFound({ row })
})
