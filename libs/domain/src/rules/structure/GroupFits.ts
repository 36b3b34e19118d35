import type { Rule } from "../Rule.ts"
import { standsOnce } from "./standsOnce.ts"
import type { StructureKnown } from "./StructureKnown.ts"

/** A permission group stands in one row, and is there already or not as the file is about it. */
export const GroupFits: Rule<StructureKnown> = (row, known) => {
  const { groupName } = row.values
  if (!groupName) return []
  return standsOnce(row, "groupName", "group", known.groups.has(groupName), known)
}
