import { Clock, Effect, Schema, Stream } from "effect"
import { isFinal, isOfStructure, type Import, type ImportScope } from "../model/Import.ts"
import type { ImportRow } from "../model/ImportRow.ts"
import { Imports, type StagedRow } from "../ports/Imports.ts"
import { rowBatches } from "./rowBatches.ts"
import { stageRows } from "./stageRows.ts"

/** Why an import cannot be undone. */
export const UndoObstacle = Schema.Literals([
  "unfinished",
  "nothing_done",
  "too_late",
  "of_undo",
  "of_structure",
])
export type UndoObstacle = typeof UndoObstacle.Type

/** The import cannot be undone. */
export class UndoRefused extends Schema.TaggedError<UndoRefused>()("UndoRefused", {
  obstacle: UndoObstacle,
}) {
  override get message() {
    return `The import cannot be undone: ${this.obstacle}.`
  }
}

export interface UndoOptions {
  /** The id that the undoing import gets; the same one again answers the import that is there. */
  readonly id: string
  readonly createdBy: string
  /** For how many days after its end an import can be undone. */
  readonly days: number
}

/**
 * Makes the import, `validating`, that takes back what another one did: its rows are those which created or
 * changed somebody. Where such an import is there already, and did not end cancelled or failed, it is answered
 * instead. Fails with `UndoRefused` for an import that is not at its end, did nothing, ended too long ago, is
 * about no people, or undoes another itself.
 */
export const undoImport = Effect.fn("undoImport")(function* (
  scope: ImportScope,
  importId: string,
  { id, createdBy, days }: UndoOptions,
) {
  const imports = yield* Imports
  const one = yield* imports.find(scope, importId)
  if (one.undoneBy !== null) return yield* imports.find(scope, one.undoneBy)
  const obstacle = obstacleTo(one, days, yield* Clock.currentTimeMillis)
  if (obstacle !== null) return yield* new UndoRefused({ obstacle })
  const rows = rowBatches(importId, { statuses: ["created", "updated"] }).pipe(
    Stream.map((batch) => batch.map(toUndo)),
  )
  const undo = yield* stageRows(id, rows).pipe(
    Effect.flatMap((staged) =>
      imports.create({
        id,
        staged,
        scope,
        createdBy,
        undoes: importId,
        isChecked: false,
        fileName: one.fileName,
        delimiter: one.delimiter,
        header: one.header,
        columns: one.columns,
        issues: [],
        invalidRows: "refuse",
        mode: "update",
      }),
    ),
    Effect.onError(() => Effect.ignore(imports.discard(id))),
  )
  if (undo.id !== id) yield* imports.discard(id)
  return undo
})

const toUndo = ({ row, cells }: ImportRow): StagedRow => ({
  row,
  cells,
  emailKey: null,
  usernameKey: null,
  readingIssues: [],
  finding: null,
})

/** What stands in the way of undoing the import at a time, in milliseconds since 1970; null for nothing. */
export const obstacleTo = (one: Import, days: number, now: number): UndoObstacle | null => {
  if (one.undoes !== null) return "of_undo"
  if (isOfStructure(one.kind)) return "of_structure"
  if (!isFinal(one.state) || one.finishedAt === null) return "unfinished"
  if (one.counts.created + one.counts.updated === 0) return "nothing_done"
  return now - Date.parse(one.finishedAt) > days * 24 * 60 * 60 * 1000 ? "too_late" : null
}
