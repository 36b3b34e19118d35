import type { ImportOptions, ImportScope } from "@muster/domain/model/Import"
import { knownColumns } from "@muster/domain/rows/recogniseHeader"
import { FileRefused } from "@muster/domain/use-cases/FileRefused"
import { nameColumn } from "@muster/domain/use-cases/FileRow"
import { receiveImport } from "@muster/domain/use-cases/receiveImport"
import { readSheetFile } from "@muster/sheet/xlsx/readSheetFile"
import { defaultLimits } from "@muster/sheet/SheetLimits"
import type { SheetRefused } from "@muster/sheet/SheetRefused"
import { Effect, Stream } from "effect"
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

export interface ReceiveUpload {
  readonly scope: ImportScope
  readonly upload: Upload
  /** For a file that the form does not name. */
  readonly fileName: string
  /** For a form that does not say. */
  readonly options: ImportOptions
  readonly id: string
  readonly createdBy: string
  readonly limits: FileLimits
}

/** Reads an upload as a table while it comes in, and makes the import of it. */
export const receiveUpload = Effect.fn("receiveUpload")(function* (one: ReceiveUpload) {
  const { scope, upload, id } = one
  const sheet = yield* readSheetFile(upload.bytes, {
    recognise: (header) => knownColumns(scope.kind, header),
    limits: { ...defaultLimits, ...one.limits },
  }).pipe(Effect.catchTag("SheetRefused", (refused) => Effect.fail(fileRefused(refused, []))))
  return yield* receiveImport(
    scope,
    {
      fileName: upload.fileName ?? one.fileName,
      // The report of a workbook is a CSV file, so far.
      delimiter: sheet.dialect.format === "csv" ? sheet.dialect.delimiter : ",",
      header: sheet.header,
      rows: Stream.catchTag(sheet.rows, "SheetRefused", (refused) =>
        Stream.fail(fileRefused(refused, sheet.header)),
      ),
      issues: sheet.issues,
    },
    { id, createdBy: one.createdBy, options: () => ({ ...one.options, ...upload.options() }) },
  )
}, Effect.scoped)

const fileRefused = ({ issues }: SheetRefused, header: ReadonlyArray<string>): FileRefused =>
  new FileRefused({ issues: issues.map((issue) => nameColumn(issue, header)) })
