import type { Issue } from "../../model/Issue.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { BoundKnown } from "./UndoKnown.ts"

/** Somebody who has access to a database, or a way to sign in, is more by now than what the import made. */
export const UserIsUnbound: Rule<BoundKnown> = (row, known) => {
  const user = known.bound.get(row.user?.id ?? "")
  const issues: Array<Issue> = []
  if (user && user.databases > 0)
    issues.push(cellIssue(row, "email", "undo.has_access", { databases: user.databases }, "conflict"))
  if (user?.signsIn) issues.push(cellIssue(row, "email", "undo.signs_in", {}, "conflict"))
  return issues
}
