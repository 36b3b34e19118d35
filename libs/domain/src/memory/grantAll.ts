import { noExtra } from "../model/Access.ts"
import { importerOf, type Import } from "../model/Import.ts"
import { allRows, settleRows } from "./importsInMemory.ts"
import { leaveLine } from "./leaveLine.ts"
import type { MemoryRow, MemoryState } from "./MemoryState.ts"

/**
 * Gives or takes what each valid row's finding says and settles the rows; false, and nothing done, when a person, a
 * department, a group or an access is not as found.
 */
export const grantAll = (
  state: MemoryState["Service"],
  one: Pick<Import, "id" | "databaseId" | "createdBy" | "startedBy">,
  rows: Map<number, MemoryRow>,
): boolean => {
  const { users, departments, groups, accesses } = state
  const databaseId = one.databaseId ?? ""
  const valid = [...rows.values()].filter((row) => row.status === "valid")
  const present = new Map(
    accesses.filter((access) => access.databaseId === databaseId).map((access) => [access.userId, access]),
  )
  const asFound = valid.every(({ access, userId, outcome }) => {
    if (access === null || userId === null) return false
    const isThere = (present.get(userId)?.version ?? null) === access.version
    if (outcome === "removed") return isThere
    return (
      isThere &&
      users.get(userId)?.status === "active" &&
      departments.some(
        (known) => known.databaseId === databaseId && known.departmentId === access.departmentId,
      ) &&
      groups.some((known) => known.databaseId === databaseId && known.groupName === access.groupName)
    )
  })
  const people = valid.map(({ userId }) => userId)
  if (!asFound || new Set(people).size < people.length) return false
  for (const row of valid) {
    const { access, userId, outcome } = row
    if (access === null || userId === null || outcome === null) continue
    const { departmentId, groupName, version } = access
    const has = present.get(userId)
    if (outcome === "removed" && has) {
      accesses.splice(accesses.indexOf(has), 1)
      leaveLine(state, importerOf(one), "access.removed", { importId: one.id, databaseId, userId })
    } else if (outcome !== "unchanged") {
      const given = { userId, databaseId, departmentId, groupName, version: (version ?? 0) + 1 }
      if (has) {
        accesses[accesses.indexOf(has)] = { ...has, ...given }
        leaveLine(state, importerOf(one), "access.changed", {
          importId: one.id,
          databaseId,
          userId,
          details: { departmentId, groupName },
        })
      } else accesses.push({ ...given, extra: noExtra })
    }
  }
  settleRows(rows, allRows)
  return true
}
