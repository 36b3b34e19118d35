import { columnsOf } from "../../rows/columnsOf.ts"
import { personFields, type PersonFields } from "../../rows/personFields.ts"
import { cellIssue, type Rule } from "../Rule.ts"

/** Somebody whom an import created is removed only as it made them: every field, active, with no platform role. */
export const UserIsUntouched: Rule<unknown> = (row) => {
  if (row.user === null) return []
  const { user } = row
  const made = personFields({ values: row.given })
  const columns = columnsOf("platform-users")
    .map(({ name }) => name)
    .filter((name) => made[name as keyof PersonFields] !== user[name as keyof PersonFields])
  return columns.length === 0 && user.status === "active" && user.platformRole === "none"
    ? []
    : [cellIssue(row, "email", "undo.changed_since", { columns }, "conflict")]
}
