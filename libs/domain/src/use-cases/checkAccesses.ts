import { Effect } from "effect"
import type { Access } from "../model/Access.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import { noChanges, type PlacedPermission, type RowChanges } from "../model/RowChanges.ts"
import { permissionsOf } from "../rights/permissionsOf.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { rowUpon } from "../rows/TextRow.ts"
import { repairFacts } from "../repairs/repairFacts.ts"
import { offerRepairs } from "../repairs/offerRepairs.ts"
import { accessRules } from "../rules/accessRules.ts"
import { checkRow } from "../rules/checkRow.ts"
import { maybeTwins, type CheckedRow, type ImportToCheck, type ReadRow } from "./checkBatch.ts"
import { knowAccesses } from "./knowAccesses.ts"

/** Holds rows of step 2 against its rules: those that change access upon the access that is there. */
export const checkAccesses = Effect.fnUntraced(function* (
  one: ImportToCheck,
  databaseId: string,
  rows: ReadonlyArray<ReadRow>,
) {
  const known = yield* knowAccesses(
    one,
    databaseId,
    rows.map(({ text }) => text),
    maybeTwins(rows),
  )
  const groups = [...known.groups.values()]
  const facts = repairFacts(known, known.users)
  const absent = { ...known, columns: columnsOf(one.kind, one.mode) }
  return rows.map(({ row, text: given }): CheckedRow => {
    const user = known.users.get(given.emailKey ?? "")
    const has = user && known.accesses.get(user.id)
    const upon = has && one.mode !== "create" ? placeOf(has) : {}
    const text = rowUpon(given, upon, null)
    const checked = offerRepairs(
      checkRow(accessRules, text, one.mode === "update" && !has ? absent : known, row.readingIssues),
      text,
      facts,
    )
    const { departmentId, groupName } = text.values
    const sound = checked.status === "valid" && user && departmentId && groupName
    const place = sound ? { departmentId, groupName } : null
    const changes = place && has ? changesOf(has, { ...has, ...place }, groups) : noChanges
    const outcome = !has ? "created" : changes.fields.length > 0 ? "updated" : "unchanged"
    return {
      text,
      finding: {
        ...checked,
        outcome: place ? outcome : null,
        userId: user?.id ?? null,
        changes,
        access: place && { ...place, version: has?.version ?? null },
      },
    }
  })
})

export const placeOf = ({ departmentId, groupName }: Access) => ({ departmentId, groupName })

/** What changes about an access, and what its user may do more and less by it. */
export const changesOf = (was: Access, is: Access, groups: ReadonlyArray<PermissionGroup>): RowChanges => {
  const [before, after] = [placed(was, groups), placed(is, groups)]
  return {
    fields: (["departmentId", "groupName"] as const).flatMap((column) =>
      was[column] === is[column] ? [] : [{ column, before: was[column], after: is[column] }],
    ),
    gained: [...after].flatMap(([key, one]) => (before.has(key) ? [] : [one])),
    lost: [...before].flatMap(([key, one]) => (after.has(key) ? [] : [one])),
  }
}

/** Each permission of an access in each department; once for all departments if it was given by hand. */
const placed = (
  access: Access,
  groups: ReadonlyArray<PermissionGroup>,
): ReadonlyMap<string, PlacedPermission> =>
  new Map(
    permissionsOf(access, groups)
      .flatMap(({ name, extra, because }): ReadonlyArray<PlacedPermission> =>
        extra ? [{ name, departmentId: null }] : because.map(({ departmentId }) => ({ name, departmentId })),
      )
      .map((one) => [JSON.stringify([one.departmentId, one.name]), one]),
  )
