import type { ImportKind } from "../model/Import.ts"
import type { ColumnMeaning } from "./ColumnMatch.ts"
import { columnsOf } from "./columnsOf.ts"
import { editDistance } from "./editDistance.ts"
import { foldHeader } from "./matchColumn.ts"

const fullNames = [
  "full name",
  "name",
  "display name",
  "namn",
  "hela namnet",
  "fullständigt namn",
  "för- och efternamn",
]

const spellingsOf = (kind: ImportKind): ReadonlyArray<readonly [ColumnMeaning, ReadonlyArray<string>]> => [
  ...columnsOf(kind).map(({ name, synonyms }) => [name, [name, ...synonyms]] as const),
  ...(kind === "platform-users" ? [["fullName", ["fullName", ...fullNames]] as const] : []),
]

/** A guess at what a column is, and how sure: 0 is as sure as can be, 1 not at all. */
export interface Guess {
  readonly meaning: ColumnMeaning
  readonly doubt: number
}

/**
 * What a header text may mean by its spelling, surest first: words of it are a published spelling (`Work e-mail`),
 * or it is at most a quarter of its letters away from one (`Fornanm`).
 */
export const guessBySpelling = (kind: ImportKind, text: string): ReadonlyArray<Guess> => {
  const wanted = foldHeader(text)
  const words = text
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldHeader)
    .filter((word) => word !== "")
  return spellingsOf(kind)
    .map(([meaning, spellings]) => ({
      meaning,
      doubt: Math.min(...spellings.map((spelling) => doubtOf(wanted, words, spelling))),
    }))
    .filter(({ doubt }) => doubt <= 1 / 4)
    .sort((one, other) => one.doubt - other.doubt)
}

const doubtOf = (wanted: string, words: ReadonlyArray<string>, spelling: string): number => {
  const known = foldHeader(spelling)
  if (known === wanted) return 0
  const parts = spelling.split(/[^\p{L}\p{N}]+/u).map(foldHeader)
  const at = words.findIndex((_, begin) => parts.every((part, offset) => words[begin + offset] === part))
  if (at >= 0) return 0.1 + (1 - known.length / Math.max(wanted.length, 1)) / 10
  // Of short texts nearly all are near to each other.
  return known.length < 4 ? 1 : editDistance(wanted, known)
}
