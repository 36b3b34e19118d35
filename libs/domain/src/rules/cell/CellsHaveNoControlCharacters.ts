import { cellIssue, ofEachCell } from "../Rule.ts"

/**
 * No cell holds a control or invisible character: C0, C1, line and paragraph separators, bidirectional
 * controls and other format characters (UTS 39, 3.1). Names may hold the joiners that some scripts and emoji
 * need; what identifies somebody or something may not.
 */
export const CellsHaveNoControlCharacters = ofEachCell((row, { name, identifies }) => {
  const found = (identifies ? hidden : hiddenButJoiners).exec(row.values[name] ?? "")?.[0]
  return found === undefined
    ? null
    : cellIssue(row, name, "cell.control_character", { character: codePoint(found) })
})

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const hiddenButJoiners = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
