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
  outcome: ImportRow.fields.outcome,
  userId: ImportRow.fields.userId,
  cells: Schema.Record(Schema.String, Schema.String),
  changes: ImportRow.fields.changes,
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
  { cells, issues, readingIssues: _, ...row }: ImportRow,
  language: Language,
): ToldRow => ({
  ...row,
  cells: Object.fromEntries(one.columns.map((column, position) => [column, cells[position] ?? ""])),
  issues: issues.map((issue) => tellIssue(issue, language)),
})
