import { cellIssue, type Rule } from "../Rule.ts"
import type { AccessKnown } from "./AccessKnown.ts"

/** Whoever imports may give the permission group: a row grants nothing that its importer may not. */
export const GroupIsGrantable: Rule<AccessKnown> = (row, known) => {
  const group = known.groups.get(row.values.groupName ?? "")
  return group === undefined || known.mayGrant(group)
    ? []
    : [cellIssue(row, "groupName", "group.not_grantable")]
}
