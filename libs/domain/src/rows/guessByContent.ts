import { emailFault } from "../model/emailFault.ts"
import type { ImportKind } from "../model/Import.ts"
import type { ColumnMeaning } from "./ColumnMatch.ts"
import type { Guess } from "./guessBySpelling.ts"

/** What a database has, by which columns of step 2 are known. */
export interface KnownPlaces {
  readonly departmentIds: ReadonlySet<string>
  readonly groupNames: ReadonlySet<string>
}

type Look = (text: string, known: KnownPlaces) => boolean

const email: Look = (text) => emailFault(text) === null
const looks: Readonly<Record<ImportKind, ReadonlyArray<readonly [ColumnMeaning, Look]>>> = {
  "platform-users": [
    ["email", email],
    ["languageCode", (text) => /^[a-z]{2}[-_][A-Za-z]{2}$/.test(text)],
    ["phone", (text) => /^\+?[\d\s()/.-]{6,20}$/.test(text) && /^(\+|00|0)/.test(text)],
    ["fullName", (text) => /^\p{Lu}[\p{L}'.-]+,?( \p{L}[\p{L}'.-]*)+$/u.test(text)],
  ],
  "database-users": [
    ["email", email],
    ["departmentId", (text, { departmentIds }) => departmentIds.has(text)],
    ["groupName", (text, { groupNames }) => groupNames.has(text)],
  ],
  departments: [],
  "permission-groups": [],
}

/**
 * What a column may mean by its cells, surest first: four in five of those that are not blank look like it. Given
 * in the order of the kind where the cells tell no difference.
 */
export const guessByContent = (
  kind: ImportKind,
  cells: ReadonlyArray<string>,
  known: KnownPlaces,
): ReadonlyArray<Guess> => {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== "")
  if (texts.length === 0) return []
  return looks[kind]
    .map(([meaning, look]) => ({
      meaning,
      doubt: 1 - texts.filter((text) => look(text, known)).length / texts.length,
    }))
    .filter(({ doubt }) => doubt <= 1 / 5)
    .sort((one, other) => one.doubt - other.doubt)
}
