import { noExtra } from "../model/Access.ts"
import type { MemoryRow, MemoryState } from "./MemoryState.ts"

/**
 * Grants what each valid row's finding says and settles the rows; false, and nothing done, when a person, a
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
  const asFound = valid.every(({ access }) => {
    if (access === null || users.get(access.userId)?.status !== "active") return false
    const has = present.get(access.userId)
    if (has) return has.departmentId === access.departmentId && has.groupName === access.groupName
    return (
      departments.some((one) => one.databaseId === databaseId && one.departmentId === access.departmentId) &&
      groups.some((one) => one.databaseId === databaseId && one.groupName === access.groupName)
    )
  })
  const people = valid.map(({ access }) => access?.userId)
  if (!asFound || new Set(people).size < people.length) return false
  for (const row of valid) {
    if (row.access === null) continue
    const unchanged = present.has(row.access.userId)
    if (!unchanged) accesses.push({ ...row.access, extra: noExtra, version: 1, databaseId })
    rows.set(row.row, { ...row, status: unchanged ? "unchanged" : "created" })
  }
  for (const row of rows.values())
    if (row.status === "conflict" || row.status === "invalid") rows.set(row.row, { ...row, status: "failed" })
  return true
}
