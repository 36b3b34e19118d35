import { Effect } from "effect"
import { noChanges } from "../model/RowChanges.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import { cellsBefore, setBack } from "../rows/setBack.ts"
import { rowUpon } from "../rows/TextRow.ts"
import { checkRow } from "../rules/checkRow.ts"
import { placingBackRules, takingAwayRules } from "../rules/undoRules.ts"
import { changesOf, placeOf } from "./checkAccesses.ts"
import type { CheckedRow, ImportToCheck, ReadRow } from "./checkBatch.ts"
import { alreadyUndone, neverRefusing, rowsUndone } from "./checkUndo.ts"
import { knowPlaces } from "./knowAccesses.ts"

/**
 * Holds rows of step 2 that are to be undone against what has become of their people's access: access given
 * goes, access changed is set back, as far as nobody has touched it since.
 */
export const checkUndoOfAccesses = Effect.fnUntraced(function* (
  one: ImportToCheck,
  databaseId: string,
  rows: ReadonlyArray<ReadRow>,
) {
  const made = yield* rowsUndone(one, rows)
  const ids = [...made.values()].flatMap(({ userId }) => userId ?? [])
  const bound = new Map((yield* (yield* PlatformUsers).bound(ids)).map((user) => [user.id, user]))
  const userOf = (row: number) => bound.get(made.get(row)?.userId ?? "")
  const users = new Map(
    rows.flatMap(({ text }) => {
      const user = userOf(text.row)
      return user && text.emailKey !== null ? [[text.emailKey, user] as const] : []
    }),
  )
  const facts = yield* knowPlaces({ ...one, mode: "update" }, databaseId, users)
  const groups = [...facts.groups.values()]
  const accessOf = (row: number) => facts.accesses.get(userOf(row)?.id ?? "")
  const now = new Map(
    rows.flatMap(({ text: { row } }) => {
      const has = accessOf(row)
      return has ? [[row, placeOf(has)] as const] : []
    }),
  )
  const known = { ...facts, made, now, rowsByEmail: new Map() }
  return rows.map(({ text: given }): CheckedRow => {
    const first = made.get(given.row)
    const removes = first?.outcome === "created"
    const has = accessOf(given.row)
    const { back, kept } = setBack(first?.changes.fields ?? [], now.get(given.row) ?? {})
    const found = { userId: userOf(given.row)?.id ?? null, changes: noChanges, access: null }
    if (!has || (!removes && back.length + kept.length === 0))
      return { text: given, finding: { ...alreadyUndone(given), ...found } }
    const cells = removes ? given.given : { email: given.given.email ?? "", ...cellsBefore(back) }
    const text = rowUpon({ ...given, given: cells }, placeOf(has), null)
    const checked = neverRefusing(
      checkRow<typeof known>(removes ? takingAwayRules : placingBackRules, text, known, []),
    )
    if (checked.status !== "valid") return { text, finding: { ...checked, ...found, outcome: null } }
    const { departmentId = "", groupName = "" } = text.values
    const place = { departmentId, groupName }
    return {
      text,
      finding: {
        ...checked,
        ...found,
        outcome: removes ? "removed" : "updated",
        changes: removes ? noChanges : changesOf(has, { ...has, ...place }, groups),
        access: { ...place, version: has.version },
      },
    }
  })
})
