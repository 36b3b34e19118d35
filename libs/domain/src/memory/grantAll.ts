import { noExtra } from "../model/Access.ts"
import type { MemoryRow, MemoryState } from "./MemoryState.ts"

/**
 * Gives what each valid row's finding says and settles the rows; false, and nothing done, when a person, a
 * department, a group or an access is not as found.
 */
export const grantAll = (
  { users, departments, groups, accesses }: MemoryState["Service"],
  databaseId: string,
  rows: Map<number, MemoryRow>,
): boolean => {
  const valid = [...rows.values()].filter((row) => row.status === "valid")
  const present = new Map(
    accesses.filter((one) => one.databaseId === databaseId).map((one) => [one.userId, one]),
  )
  const asFound = valid.every(({ access, userId }) => {
    if (access === null || userId === null || users.get(userId)?.status !== "active") return false
    return (
      (present.get(userId)?.version ?? null) === access.version &&
      departments.some((one) => one.databaseId === databaseId && one.departmentId === access.departmentId) &&
      groups.some((one) => one.databaseId === databaseId && one.groupName === access.groupName)
    )
  })
  const people = valid.map(({ userId }) => userId)
  if (!asFound || new Set(people).size < people.length) return false
  for (const row of valid) {
    const { access, userId, outcome } = row
    if (access === null || userId === null || outcome === null) continue
    const { departmentId, groupName, version } = access
    const has = present.get(userId)
    if (outcome !== "unchanged") {
      const given = { userId, databaseId, departmentId, groupName, version: (version ?? 0) + 1 }
      if (has) accesses[accesses.indexOf(has)] = { ...has, ...given }
      else accesses.push({ ...given, extra: noExtra })
    }
    rows.set(row.row, { ...row, status: outcome })
  }
  for (const row of rows.values())
    if (row.status === "conflict" || row.status === "invalid") rows.set(row.row, { ...row, status: "failed" })
  return true
}
