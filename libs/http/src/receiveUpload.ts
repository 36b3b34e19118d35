import type { ImportOptions, ImportScope } from "@muster/domain/model/Import"
import type { ColumnMeaning } from "@muster/domain/rows/ColumnMatch"
import type { DialectChoice, FileDialect } from "@muster/domain/rows/FileDialect"
import { likelyColumns } from "@muster/domain/rows/likelyColumns"
import { knownColumns } from "@muster/domain/rows/recogniseHeader"
import { FileRefused } from "@muster/domain/use-cases/FileRefused"
import { nameColumn } from "@muster/domain/use-cases/FileRow"
import { lookAtFile } from "@muster/domain/use-cases/lookAtFile"
import { receiveImport } from "@muster/domain/use-cases/receiveImport"
import { defaultLimits } from "@muster/sheet/SheetLimits"
import type { SheetRefused } from "@muster/sheet/SheetRefused"
import { readSheetFile } from "@muster/sheet/xlsx/readSheetFile"
import { Effect, Stream } from "effect"
import { answeredDialect, dialectOptions } from "./dialectQuery.ts"
import type { Upload } from "./upload.ts"

/** How large a file may be: data rows, and bytes received. */
export interface FileLimits {
  readonly maxRows: number
  readonly maxBytes: number
}

/** And for how many days after its end an import can be undone. */
export interface ImportLimits extends FileLimits {
  readonly undoDays: number
}

/** A file that comes in, and what is to be made of it. */
export interface ReceiveUpload {
  readonly scope: ImportScope
  readonly upload: Upload
  /** For a file that the form does not name. */
  readonly fileName: string
  /** For a form that does not say. */
  readonly options: ImportOptions
  /** What the columns mean, if somebody chose it. */
  readonly meanings: ReadonlyArray<ColumnMeaning | null> | undefined
  /** How the file is written down, as far as somebody chose it. */
  readonly dialect: DialectChoice
  readonly limits: FileLimits
}

/** Who brings a file in, and what the import of it is called. */
export interface Receipt {
  readonly id: string
  readonly createdBy: string
}

/** Reads an upload as a table while it comes in, and makes the import of it. */
export const receiveUpload = Effect.fn("receiveUpload")(function* (one: ReceiveUpload, receipt: Receipt) {
  const file = yield* openUpload(one, one.meanings === undefined ? knownColumns : likelyColumns)
  const options = () => ({ ...one.options, ...one.upload.options() })
  return yield* Effect.mapError(
    receiveImport(one.scope, file, { ...receipt, meanings: one.meanings, options }),
    asRead(file.dialect),
  )
}, Effect.scoped)

/** Reads the beginning of an upload as a table, and tells what its columns would be taken for. */
export const lookAtUpload = Effect.fn("lookAtUpload")(function* (one: ReceiveUpload) {
  const file = yield* openUpload(one, likelyColumns)
  return yield* Effect.mapError(lookAtFile(one.scope, one.options.mode, file), asRead(file.dialect))
}, Effect.scoped)

const openUpload = Effect.fnUntraced(function* (
  { scope, upload, fileName, dialect, limits }: ReceiveUpload,
  recognise: typeof knownColumns,
) {
  const sheet = yield* readSheetFile(upload.bytes, {
    recognise: (header) => recognise(scope.kind, header),
    limits: { ...defaultLimits, ...limits },
    dialect: dialectOptions(dialect),
  }).pipe(Effect.catchTag("SheetRefused", (refused) => Effect.fail(fileRefused(refused, []))))
  return {
    fileName: (upload.fileName ?? fileName) || `import.${sheet.dialect.format}`,
    delimiter: sheet.dialect.format === "csv" ? sheet.dialect.delimiter : ",",
    dialect: sheet.dialect.format === "csv" ? answeredDialect(sheet.dialect) : null,
    header: sheet.header,
    rows: Stream.catchTag(sheet.rows, "SheetRefused", (refused) =>
      Stream.fail(fileRefused(refused, sheet.header)),
    ),
    issues: sheet.issues,
    lists: sheet.dialect.format === "xlsx" ? sheet.dialect.lists : null,
  } as const
})

const fileRefused = ({ issues, dialect }: SheetRefused, header: ReadonlyArray<string>): FileRefused =>
  new FileRefused({
    issues: issues.map((issue) => nameColumn(issue, header)),
    ...(dialect && { dialect: answeredDialect(dialect) }),
  })

/** A refusal of a file tells how it was read. */
const asRead =
  (dialect: FileDialect | null) =>
  <E extends { readonly _tag: string }>(failure: E | FileRefused): E | FileRefused =>
    failure instanceof FileRefused && dialect !== null
      ? new FileRefused({ issues: failure.issues, dialect })
      : failure
