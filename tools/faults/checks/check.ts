import type { Directory } from "../Directory.ts"
import type { Entry } from "../Journal.ts"
import { checkAccesses } from "./checkAccesses.ts"
import { checkAnswers } from "./checkAnswers.ts"
import { checkImports } from "./checkImports.ts"
import { checkPeople } from "./checkPeople.ts"
import type { Violation } from "./Violation.ts"
import { wishesOf } from "./Wishes.ts"

/** Holds what clients asked and were answered against what is there, and answers every invariant that does not hold. */
export const check = (journal: ReadonlyArray<Entry>, directory: Directory): ReadonlyArray<Violation> => {
  const wishes = wishesOf(journal)
  return [
    ...checkAnswers(journal, wishes, directory),
    ...checkImports(wishes, directory),
    ...checkPeople(wishes, directory),
    ...checkAccesses(wishes, directory),
    ...directory.auditFaults.map((what) => ({ rule: "I8", what })),
    ...(directory.strayRows === 0
      ? []
      : [{ rule: "I9", what: `${directory.strayRows} rows belong to no import` }]),
  ]
}
