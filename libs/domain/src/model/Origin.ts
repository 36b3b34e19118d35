import { Schema } from "effect"
import { ImportId } from "./Import.ts"

/** The row of the file that somebody was created by. */
export const Origin = Schema.Struct({
  importId: ImportId,
  fileName: Schema.String,
  /** As the spreadsheet shows it. */
  row: Schema.Int,
})
export type Origin = typeof Origin.Type
