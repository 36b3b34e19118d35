import { codePoint } from "./codePoint.ts"
import type { Repair } from "./Repair.ts"

/**
 * Characters that nobody sees and spaces that are not the space bar's, as copying from web pages and documents
 * brings them along. An address has none of them; elsewhere such a space becomes one that is typed.
 */
export const HiddenCharacters: Repair = {
  kind: "hiddenCharacters",
  columns: null,
  inPlainText: false,
  propose: ({ column, text }) => {
    const seen = text.replace(column.identifies ? format : formatButJoiners, "")
    const spaced = seen.replace(spaces, column.name === "email" ? "" : " ")
    const to = spaced === seen ? seen : spaced.replace(/ {2,}/g, " ").trim()
    return to === text || to === "" ? null : { to, evidence: codePoints(text) }
  },
}

const format = /\p{Cf}/gu
const formatButJoiners = /(?![\u200c\u200d])\p{Cf}/gu
/** All but the one that is typed, and the ideographic one that Japanese names have. */
const spaces = /(?![ \u3000])[\s\u0085]/gu

const codePoints = (text: string): ReadonlyArray<string> => [
  ...new Set((text.match(/\p{Cf}|(?![ \u3000])[\s\u0085]/gu) ?? []).map(codePoint)),
]
