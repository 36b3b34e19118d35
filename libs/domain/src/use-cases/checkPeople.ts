import { Effect } from "effect"
import type { PlatformUser } from "../model/PlatformUser.ts"
import { noChanges } from "../model/RowChanges.ts"
import { cellsOfUser } from "../rows/cellsOfUser.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { personChanges } from "../rows/personChanges.ts"
import { rowUpon, type TextRow } from "../rows/TextRow.ts"
import { repairFacts } from "../repairs/repairFacts.ts"
import { offerRepairs } from "../repairs/offerRepairs.ts"
import { checkRow } from "../rules/checkRow.ts"
import type { PlatformKnown } from "../rules/platform-user/PlatformKnown.ts"
import { platformUserRules } from "../rules/platformUserRules.ts"
import { maybeTwins, type CheckedRow, type ImportToCheck, type ReadRow } from "./checkBatch.ts"
import { knowPeople } from "./knowPeople.ts"

/** Holds rows of step 1 against its rules: those of new people as they are, others upon whom they are about. */
export const checkPeople = Effect.fnUntraced(function* (one: ImportToCheck, rows: ReadonlyArray<ReadRow>) {
  const known = yield* knowPeople(
    one,
    rows.map(({ text }) => text),
    maybeTwins(rows),
  )
  const facts = repairFacts(known, known.byEmail)
  const absent = { ...known, columns: columnsOf(one.kind, one.mode) }
  return rows.map(({ row, text: given }): CheckedRow => {
    const user = subjectOf(given, known)
    const text = rowUpon(given, user === null ? {} : cellsOfUser(user), user)
    const held = one.mode === "update" && user === null ? absent : known
    const checked = offerRepairs(checkRow(platformUserRules, text, held, row.readingIssues), text, facts)
    const fields = checked.status === "valid" ? personChanges(text) : []
    const outcome = user === null ? "created" : fields.length > 0 ? "updated" : "unchanged"
    return {
      text,
      finding: {
        ...checked,
        outcome: checked.status === "valid" ? outcome : null,
        userId: user?.id ?? null,
        changes: { ...noChanges, fields },
        access: null,
      },
    }
  })
})

/**
 * Whom a row is to change: whoever has its e-mail, or else its username, so that a file can give somebody a
 * new e-mail. Null where the import changes nobody, and for people not there yet.
 */
const subjectOf = (row: TextRow, known: PlatformKnown): PlatformUser | null => {
  if (known.mode === "create") return null
  const byUsername = row.given.username ? known.byUsername.get(row.usernameKey ?? "") : undefined
  return known.byEmail.get(row.emailKey ?? "") ?? byUsername ?? null
}
