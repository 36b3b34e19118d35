import { cellIssue, ofEachCell } from "../Rule.ts"

/**
 * No cell holds half a character (a lone surrogate), a noncharacter, or U+FFFD, the mark that a character was
 * lost before the file came here (Unicode 23.7, 23.8).
 */
export const CellsAreWholeUnicode = ofEachCell((row, { name }) =>
  damaged.test(row.values[name] ?? "") ? cellIssue(row, name, "cell.invalid_unicode") : null,
)

const damaged = /[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/u
