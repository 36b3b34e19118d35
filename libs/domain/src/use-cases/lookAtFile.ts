import { Effect, Option, Stream } from "effect"
import type { ImportKind, ImportMode, ImportScope } from "../model/Import.ts"
import { ColumnMemory, type ColumnMeanings } from "../ports/ColumnMemory.ts"
import { Databases } from "../ports/Databases.ts"
import { Departments } from "../ports/Departments.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { meaningsOf, type FileReading } from "../rows/ColumnMatch.ts"
import { isSure, matchColumns } from "../rows/matchColumns.ts"
import type { ReceivedFile } from "./receiveImport.ts"

/** By how many rows below its header a file's columns are known. */
const rowsLookedAt = 50

/**
 * What the columns of a file would be taken for, by its header and its first rows, how it is written down, and whether
 * both are sure; nothing of the file is kept. Fails with what `rows` fails with.
 */
export const lookAtFile = Effect.fn("lookAtFile")(function* <E>(
  scope: ImportScope,
  mode: ImportMode,
  file: Pick<ReceivedFile<E>, "header" | "rows"> & Pick<FileReading, "dialect">,
) {
  const known = yield* knownPlaces(scope)
  const remembered = yield* (yield* ColumnMemory).recall(scope, file.header)
  const rows = yield* Stream.runCollect(Stream.take(file.rows, rowsLookedAt))
  const columns = matchColumns({
    kind: scope.kind,
    header: file.header,
    rows: rows.map(({ cells }) => cells),
    known,
    remembered: Option.getOrNull(Option.map(remembered, stillMeant(scope.kind))),
  })
  const { dialect } = file
  const isDelimiterSure = dialect?.reasons.delimiter !== "first"
  return { columns, dialect, isSure: isDelimiterSure && isSure(scope.kind, mode, columns) }
})

/** What was chosen, without columns that files of the kind no longer have. */
const stillMeant = (kind: ImportKind) => (meanings: ColumnMeanings) =>
  meanings.map((name) => meaningsOf(kind).find((meaning) => meaning === name) ?? null)

const knownPlaces = Effect.fnUntraced(function* ({ kind, databaseId }: ImportScope) {
  if (databaseId !== null) yield* (yield* Databases).find(databaseId)
  const isStepTwo = kind === "database-users"
  const departments = isStepTwo ? yield* (yield* Departments).list(databaseId) : []
  const groups = isStepTwo ? yield* (yield* PermissionGroups).list(databaseId) : []
  return {
    departmentIds: new Set(departments.map(({ departmentId }) => departmentId)),
    groupNames: new Set(groups.map(({ groupName }) => groupName)),
  }
})
