import { Schema } from "effect"

/** The kinds of damage that a cell can have and that can be repaired. Published like the codes of issues. */
export const RepairKind = Schema.Literals([
  "misreadLetters",
  "hiddenCharacters",
  "lookAlikeLetters",
  "misspeltDomain",
  "surnameFirst",
  "lostZeros",
  "madeDate",
])
export type RepairKind = typeof RepairKind.Type
