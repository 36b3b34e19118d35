import { ToldImport, ToldRow } from "@muster/domain/messages/ToldImport"
import { Schema } from "effect"
import { Cursor, pageOf, RowCursor } from "./paging.ts"

const { header: _, ...fields } = ToldImport.fields

/** An import on the wire: `columns` names its columns, the file's own header stays for reports. */
export const ImportAnswer = Schema.Struct(fields).annotate({ identifier: "Import" })
export type ImportAnswer = typeof ImportAnswer.Type

export const ImportPage = pageOf(ImportAnswer, Cursor, "ImportPage")

export const RowPage = pageOf(ToldRow.annotate({ identifier: "Row" }), RowCursor, "RowPage")
