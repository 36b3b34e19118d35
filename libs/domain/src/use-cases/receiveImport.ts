import { Effect, Stream } from "effect"
import type { Delimiter, Import, ImportMode, ImportOptions, ImportScope } from "../model/Import.ts"
import type { ImportRow } from "../model/ImportRow.ts"
import { hasSeverity } from "../model/Issue.ts"
import { noChanges } from "../model/RowChanges.ts"
import { ColumnMemory } from "../ports/ColumnMemory.ts"
import { Databases } from "../ports/Databases.ts"
import { Imports } from "../ports/Imports.ts"
import { chosenHeader, keptCells, recogniseHeader, type RecognisedHeader } from "../rows/recogniseHeader.ts"
import type { ColumnMeaning } from "../rows/ColumnMatch.ts"
import { checkHeader } from "../rules/checkHeader.ts"
import { ListsAreCurrent, type FileLists } from "../rules/ListsAreCurrent.ts"
import { canCheckAsRead, checkAsRead, staged } from "./checkAsRead.ts"
import { readRows } from "./checkBatch.ts"
import { choicesIn } from "./choicesIn.ts"
import { FileRefused } from "./FileRefused.ts"
import { countRows } from "./importMetrics.ts"
import { rowsAtOnce } from "./rowBatches.ts"
import { stageRows } from "./stageRows.ts"
import { nameColumn, type FileIssue, type FileRow } from "./FileRow.ts"

/** A file opened as far as its header; `issues` is asked for when `rows` has ended. */
export interface ReceivedFile<E> {
  readonly fileName: string
  readonly delimiter: Delimiter
  readonly header: ReadonlyArray<string>
  readonly rows: Stream.Stream<FileRow, E>
  readonly issues: Effect.Effect<ReadonlyArray<FileIssue>>
  /** What the cells could be chosen from when the file was made, if it was made here. */
  readonly lists?: FileLists | null
}

export interface ReceiveOptions {
  /** The id the import gets; the same one again answers the import that is there. */
  readonly id: string
  readonly createdBy: string
  /** What the columns mean, by position, if somebody chose it; null for one that is not used. */
  readonly meanings?: ReadonlyArray<ColumnMeaning | null> | undefined
  /** Asked for when `rows` has ended. */
  readonly options: () => ImportOptions
}

/**
 * Takes a file in: every row is checked, as far as it can be, and staged in batches while it is read, and the import
 * exists, `validating`, when the last one is in. A file whose header or form is wrong fails with `FileRefused` (or with what `rows`
 * fails with) and leaves nothing behind. What its columns were chosen to mean is remembered for the next time.
 */
export const receiveImport = Effect.fn("receiveImport")(function* <E>(
  scope: ImportScope,
  file: ReceivedFile<E>,
  { id, createdBy, meanings, options }: ReceiveOptions,
) {
  yield* Effect.annotateCurrentSpan({ importId: id })
  const imports = yield* Imports
  const memory = yield* ColumnMemory
  if (scope.databaseId !== null) yield* (yield* Databases).find(scope.databaseId)
  const header =
    meanings === undefined
      ? recogniseHeader(scope.kind, file.header)
      : chosenHeader(scope.kind, file.header, meanings)
  yield* soundHeader(header, "both")

  const names = fileColumns(header, file.header.length)
  const columns = columnsOfImport(header)
  const supposed = options()
  const toCheck = { id, ...scope, ...supposed, columns, undoes: null, createdBy, startedBy: null }
  const rows = file.rows.pipe(
    Stream.map((row) => uncheckedRow(header, names, row)),
    Stream.grouped(rowsAtOnce),
    Stream.map((rows) => readRows(toCheck, rows)),
    Stream.mapEffect((rows) =>
      canCheckAsRead(toCheck)
        ? checkAsRead(toCheck, rows)
        : Effect.succeed(rows.map((row) => staged(row, null))),
    ),
    Stream.buffer({ capacity: 1 }),
    Stream.tap((rows) => countRows("receiving", scope.kind, rows.length)),
  )
  return yield* stageRows(id, rows).pipe(
    Effect.bindTo("staged"),
    Effect.bind("issues", () => file.issues),
    Effect.bind("headerIssues", () => soundHeader(header, options().mode)),
    Effect.bind("listIssues", () => checkLists(scope, file.lists ?? null)),
    Effect.flatMap(({ staged, issues, headerIssues, listIssues }) =>
      imports.create({
        ...options(),
        id,
        undoes: null,
        createdBy,
        scope,
        fileName: fileNameOf(file.fileName),
        delimiter: file.delimiter,
        header: header.kept.map((column) => column.header),
        columns,
        staged,
        isChecked: canCheckAsRead(toCheck) && isSameChoice(options(), supposed),
        issues: [
          ...headerIssues,
          ...listIssues,
          ...issues.filter(isOfKnown(header)).map((issue) => nameColumn(issue, names)),
        ],
      }),
    ),
    Effect.tap(() =>
      meanings === undefined ? Effect.void : Effect.ignore(memory.remember(scope, file.header, meanings)),
    ),
    Effect.tap(({ counts }) => Effect.logInfo("Import received").pipe(Effect.annotateLogs({ ...counts }))),
    Effect.onError(() => Effect.ignore(imports.discard(id))),
    Effect.annotateLogs({ importId: id }),
  )
})

/** What is worth saying of the header; an error refuses the file. */
const soundHeader = (header: RecognisedHeader, mode: ImportMode) => {
  const issues = checkHeader(header, mode)
  return hasSeverity(issues, "error") ? Effect.fail(new FileRefused({ issues })) : Effect.succeed(issues)
}

const checkLists = Effect.fnUntraced(function* (scope: ImportScope, lists: FileLists | null) {
  if (lists === null || scope.kind !== "database-users") return []
  return ListsAreCurrent(lists, scope.databaseId, yield* choicesIn(scope.databaseId))
})

const isSameChoice = (one: ImportOptions, other: ImportOptions): boolean =>
  one.mode === other.mode && one.invalidRows === other.invalidRows

/** The name of the column at each kept position: the known one, else the header text. */
const columnsOfImport = ({ kept }: RecognisedHeader): Import["columns"] =>
  kept.map(({ column, header }) => column ?? header)

const fileColumns = (header: RecognisedHeader, width: number): ReadonlyArray<string | null> => {
  const columns = columnsOfImport(header)
  return Array.from(
    { length: width },
    (_, position) => columns[header.kept.findIndex((kept) => kept.position === position)] ?? null,
  )
}

/** Whether an issue about a file is about all of it, or a column that is known. */
const isOfKnown =
  ({ kept }: RecognisedHeader) =>
  ({ columnIndex }: FileIssue): boolean =>
    columnIndex === null || kept.some(({ position, column }) => position === columnIndex && column !== null)

const uncheckedRow = (
  header: RecognisedHeader,
  names: ReadonlyArray<string | null>,
  { row, cells, issues }: FileRow,
): ImportRow => {
  const isOfKept = ({ columnIndex }: FileIssue) => columnIndex === null || names[columnIndex] !== null
  return {
    row,
    cells: keptCells(header, cells),
    readingIssues: issues.filter(isOfKept).map((one) => nameColumn(one, names)),
    status: "unprocessed",
    issues: [],
    outcome: null,
    userId: null,
    changes: noChanges,
    mayHaveTwin: false,
  }
}

/** A file name is shown, never used as a path: its last part, without control characters, at most 255 long. */
const fileNameOf = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? "")
    .replace(/[\p{C}]/gu, "")
    .trim()
    .slice(0, 255) || "import.csv"
