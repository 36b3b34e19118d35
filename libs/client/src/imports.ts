import { Schema } from "effect"
import { ToldImport, ToldRow } from "@muster/domain/messages/ToldImport"
import type {
  ImportMode,
  ImportOptions,
  ImportScope,
  RowOutcome,
  RowStatus,
} from "@muster/domain/model/Import"
import type { Language } from "@muster/domain/model/Language"
import type { RepairKind } from "@muster/domain/model/RepairKind"
import { FileReading, type ColumnMeaning } from "@muster/domain/rows/ColumnMatch"
import type { DialectChoice } from "@muster/domain/rows/FileDialect"
import type { Connection } from "./Connection.ts"
import { pageOf, query } from "./page.ts"
import { json, request } from "./request.ts"

const { header: _, ...fields } = ToldImport.fields

/** An import as the API answers it: the file's own header stays on the server, for reports. */
export const AnsweredImport = Schema.Struct(fields)
export type AnsweredImport = typeof AnsweredImport.Type

const decodeImport = Schema.decodeUnknownSync(AnsweredImport)
const decodeImports = Schema.decodeUnknownSync(pageOf(AnsweredImport))
const decodeReading = Schema.decodeUnknownSync(FileReading)
const decodeRows = Schema.decodeUnknownSync(pageOf(ToldRow))

/** An import out of the data of a server-sent event. */
export const importOfEvent = (data: string): AnsweredImport => decodeImport(JSON.parse(data))

/** Where the imports of a scope are, under the API's base. */
const importsPath = (scope: ImportScope): string =>
  scope.databaseId === null
    ? "/platform/imports"
    : `/databases/${encodeURIComponent(scope.databaseId)}/imports`

const one = (scope: ImportScope, id: string) => `${importsPath(scope)}/${encodeURIComponent(id)}`

/** What a table can be downloaded as. */
export type FileFormat = "xlsx" | "csv"

/** What the example file can be: a workbook, or text with either delimiter. */
export type ExampleFormat = "xlsx" | "comma" | "semicolon"

/** The address of the example file. */
export const exampleFileAddress = (
  connection: Connection,
  scope: ImportScope,
  as: ExampleFormat,
  language: Language,
): string => {
  const format = as === "xlsx" ? { format: "xlsx", language } : { format: "csv", delimiter: as }
  return `${connection.base}${importsPath(scope)}/template${query({ ...format, kind: kindOf(scope) })}`
}

/** The address of an import's report: the rows that did not do, or all of them. */
export const reportAddress = (
  connection: Connection,
  scope: ImportScope,
  id: string,
  rows: "failed" | "all",
  format: FileFormat,
  language: Language,
) => `${connection.base}${one(scope, id)}/report${query({ rows, format, language })}`

/** A file on its way in. The same `key` with the same bytes is one import, however often it is sent. */
export interface FileToSend {
  readonly name: string
  readonly bytes: BodyInit
  readonly key: string
  /** What its columns mean, by position, if somebody chose it; null for one that is not used. */
  readonly columns?: ReadonlyArray<ColumnMeaning | null>
  /** How it is written down, as far as somebody chose it. */
  readonly dialect?: DialectChoice
}

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

const bodyOf = (
  { name, bytes }: Pick<FileToSend, "name" | "bytes">,
  signal: AbortSignal | null,
  headers: Readonly<Record<string, string>> = {},
) => ({
  method: "POST",
  body: bytes,
  headers: { "Content-Type": isWorkbook(name) ? xlsxType : "text/csv", ...headers },
  signal,
})

const isWorkbook = (name: string): boolean => /\.xlsx$/i.test(name)

/** So much of a text file is sent to tell its columns; a workbook can only be read whole. */
const beginning = 1024 * 1024

/**
 * Tells how a file would be read and what its columns would be taken for, and keeps nothing of it. Fails with a `Refusal` that
 * carries `issues` when it cannot be read as a table.
 */
export const readColumns = (
  connection: Connection,
  scope: ImportScope,
  {
    name,
    bytes,
    dialect,
  }: { readonly name: string; readonly bytes: ArrayBuffer } & Pick<FileToSend, "dialect">,
  mode: ImportMode,
  signal: AbortSignal | null = null,
) =>
  request(
    connection,
    decodeReading,
    `${importsPath(scope)}/reading${query({ mode, kind: kindOf(scope), ...choiceOf(dialect) })}`,
    bodyOf({ name, bytes: isWorkbook(name) ? bytes : bytes.slice(0, beginning) }, signal),
  )

/** Sends a file, CSV or XLSX. Fails with a `Refusal` that carries `issues` when it cannot be read as a table. */
export const sendFile = (
  connection: Connection,
  scope: ImportScope,
  file: FileToSend,
  mode: ImportMode,
  signal: AbortSignal | null = null,
) =>
  request(
    connection,
    decodeImport,
    `${importsPath(scope)}${query({
      fileName: file.name,
      mode,
      kind: kindOf(scope),
      columns: file.columns?.map((column) => column ?? "").join(",") ?? null,
      ...choiceOf(file.dialect),
    })}`,
    bodyOf(file, signal, { "Idempotency-Key": file.key }),
  )

const choiceOf = ({ backslash, ...choice }: DialectChoice = {}) => ({
  ...choice,
  backslash: backslash === undefined ? null : String(backslash),
})

/** What says which kind of a database's imports is meant. */
const kindOf = ({ kind, databaseId }: ImportScope) => (databaseId === null ? null : kind)

/** One page of a scope's imports, newest first. */
export const listImports = (
  connection: Connection,
  scope: ImportScope,
  cursor: string | null,
  signal: AbortSignal | null = null,
) => request(connection, decodeImports, `${importsPath(scope)}${query({ limit: 50, cursor })}`, { signal })

export const findImport = (
  connection: Connection,
  scope: ImportScope,
  id: string,
  signal: AbortSignal | null = null,
) => request(connection, decodeImport, one(scope, id), { signal })

/** Which of an import's rows are looked at: those with one of the statuses (none: with any), that become this. */
export interface RowsWanted {
  readonly statuses: ReadonlyArray<RowStatus>
  readonly outcome?: RowOutcome
}

/** One page of an import's rows in order. */
export const listRows = (
  connection: Connection,
  scope: ImportScope,
  id: string,
  wanted: RowsWanted,
  cursor: string | null,
  signal: AbortSignal | null = null,
) =>
  request(
    connection,
    decodeRows,
    `${one(scope, id)}/rows${query({
      status: wanted.statuses.join(","),
      outcome: wanted.outcome ?? null,
      limit: 1000,
      cursor,
    })}`,
    { signal },
  )

/** Chooses anew whom the rows are about and, in step 1, what a wrong row does to its file. */
export const changeOptions = (
  connection: Connection,
  scope: ImportScope,
  id: string,
  options: Partial<ImportOptions>,
) => request(connection, decodeImport, one(scope, id), json("PATCH", options))

/** What is to become of a row of an import: other text in some of its cells, by column name, or nothing. */
export type RowChange =
  | { readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly row: number; readonly status: "skipped" }

/**
 * Corrects 1 to 5,000 rows of the import or leaves them out, all or none; it is validated again, for which the answer
 * does not wait where `more` corrections follow.
 */
export const correctRows = (
  connection: Connection,
  scope: ImportScope,
  id: string,
  rows: ReadonlyArray<RowChange>,
  more = false,
) => request(connection, decodeImport, `${one(scope, id)}/rows`, json("PATCH", { rows, more }))

/** Which of the repairs that issues offer are wanted: those of a kind, in one column or any, in some rows or all. */
export interface WantedRepairs {
  readonly kind: RepairKind
  readonly column?: string
  readonly rows?: ReadonlyArray<number>
}

/** Does the wanted repairs; the import is validated again, if there are any. */
export const repairRows = (connection: Connection, scope: ImportScope, id: string, wanted: WantedRepairs) =>
  request(connection, decodeImport, `${one(scope, id)}/repairs`, json("POST", wanted))

/** Runs the import; a second call changes nothing. */
export const runImport = (connection: Connection, scope: ImportScope, id: string) =>
  request(connection, decodeImport, `${one(scope, id)}/run`, { method: "POST" })

/** Asks for an import to be undone: answers the undoing import, nothing of which is done yet. */
export const undoImport = (connection: Connection, scope: ImportScope, id: string) =>
  request(connection, decodeImport, `${one(scope, id)}/undo`, { method: "POST" })

export const cancelImport = (connection: Connection, scope: ImportScope, id: string) =>
  request(connection, decodeImport, `${one(scope, id)}/cancel`, { method: "POST" })

/** The address of the server-sent events of an import, under the API's base. */
export const eventsPath = (scope: ImportScope, id: string) => `${one(scope, id)}/events`
