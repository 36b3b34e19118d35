import { nearest } from "../nearest.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { AccessKnown } from "./AccessKnown.ts"

/**
 * `groupName` is the name of a permission group in this database, sign by sign: rights are not granted on a
 * guess. Where only case tells several groups from the name given, the issue says that it is ambiguous.
 */
export const GroupExists: Rule<AccessKnown> = (row, known) => {
  const groupName = row.values.groupName
  if (!groupName || known.groups.has(groupName)) return []
  const folded = groupName.toLowerCase()
  const alike = Array.from(known.groups.keys()).filter((name) => name.toLowerCase() === folded)
  if (alike.length > 1) return [cellIssue(row, "groupName", "group.ambiguous", { candidates: alike })]
  const near = nearest(groupName, [...known.groups.values()], (one) => [one.groupName])
  return [cellIssue(row, "groupName", "group.unknown", { candidates: near.map((one) => one.groupName) })]
}
