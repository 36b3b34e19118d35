import { Schema } from "effect"
import { ImportKind } from "../model/Import.ts"
import type { ColumnName } from "./Column.ts"
import { FileDialect } from "./FileDialect.ts"
import { columnsOf } from "./columnsOf.ts"

/** What a column of a file can be taken for: a known column, or a full name to be split into first and last. */
export type ColumnMeaning = ColumnName | "fullName"

const names = [...new Set(ImportKind.literals.flatMap((kind) => columnsOf(kind).map(({ name }) => name)))]

/** The meanings of all kinds of file; which of them one kind has, `meaningsOf` tells. */
export const ColumnMeaning: Schema.Codec<ColumnMeaning> = Schema.Literals([...names, "fullName"])

/** What the columns of a kind of file can mean, in the order of its template. */
export const meaningsOf = (kind: ImportKind): ReadonlyArray<ColumnMeaning> => [
  ...columnsOf(kind).map(({ name }) => name),
  ...(kind === "platform-users" ? (["fullName"] as const) : []),
]

/**
 * By what a column got its meaning: its header is a published spelling; the same header was matched so before;
 * its header is near one; its cells look like it. The last two are guesses, to be confirmed by somebody.
 */
export const MatchedBy = Schema.Literals(["name", "memory", "spelling", "content"])
export type MatchedBy = typeof MatchedBy.Type

/** One column of a file: where it stands (0 is the first), how it begins, and what it is taken for. */
export const ColumnMatch = Schema.Struct({
  position: Schema.Int,
  header: Schema.String,
  samples: Schema.Array(Schema.String),
  meaning: Schema.NullOr(ColumnMeaning),
  by: Schema.NullOr(MatchedBy),
})
export type ColumnMatch = typeof ColumnMatch.Type

/**
 * What the columns of a file are taken for, how it is written down (null for a workbook), and whether nobody needs to
 * be asked.
 */
export const FileReading = Schema.Struct({
  columns: Schema.Array(ColumnMatch),
  dialect: Schema.NullOr(FileDialect),
  isSure: Schema.Boolean,
})
export type FileReading = typeof FileReading.Type
