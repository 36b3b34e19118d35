import type { Column } from "../../rows/Column.ts"
import { cellIssue, type Rule } from "../Rule.ts"

/**
 * No cell holds half a character (a lone surrogate), a noncharacter, or U+FFFD, the mark that a character was
 * lost before the file came here (Unicode 23.7, 23.8).
 */
export const CellsAreWholeUnicode: Rule<{ readonly columns: ReadonlyArray<Column> }> = (row, { columns }) =>
  columns.flatMap(({ name }) =>
    damaged.test(row.values[name] ?? "") ? [cellIssue(row, name, "cell.invalid_unicode")] : [],
  )

const damaged = /[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/u
