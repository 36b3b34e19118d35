import { Schema } from "effect"
import { Import } from "../model/Import.ts"
import { ImportRow } from "../model/ImportRow.ts"
import { ToldIssue } from "../model/Issue.ts"
import type { Language } from "../model/Language.ts"
import { tellIssue } from "./tellIssue.ts"

/** An import as people and clients read it. */
export const ToldImport = Schema.Struct({
  ...Import.fields,
  issues: Schema.Array(ToldIssue),
})
export type ToldImport = typeof ToldImport.Type

/** A row as people and clients read it, its cells by column name. */
export const ToldRow = Schema.Struct({
  row: ImportRow.fields.row,
  status: ImportRow.fields.status,
  cells: Schema.Record(Schema.String, Schema.String),
  issues: Schema.Array(ToldIssue),
})
export type ToldRow = typeof ToldRow.Type

/** The import in a language. */
export const tellImport = (one: Import, language: Language): ToldImport => ({
  ...one,
  issues: one.issues.map((issue) => tellIssue(issue, language)),
})

/** A row of the import in a language. */
export const tellRow = (
  one: Pick<Import, "columns">,
  { row, status, cells, issues }: ImportRow,
  language: Language,
): ToldRow => ({
  row,
  status,
  cells: Object.fromEntries(one.columns.map((column, position) => [column, cells[position] ?? ""])),
  issues: issues.map((issue) => tellIssue(issue, language)),
})
