import type { ColumnName } from "../../rows/Column.ts"
import { setBack } from "../../rows/setBack.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { UndoKnown } from "./UndoKnown.ts"

/**
 * A field is set back where nobody has changed it since; another one stays, with a warning. Where all have been
 * changed there is nothing to set back.
 */
export const FieldsAreAsLeft: Rule<UndoKnown> = (row, { made, now }) => {
  const { back, kept } = setBack(made.get(row.row)?.changes.fields ?? [], now.get(row.row) ?? {})
  const columns = kept.map(({ column }) => column)
  if (back.length === 0 && kept.length > 0)
    return [cellIssue(row, "email", "undo.changed_since", { columns }, "conflict")]
  return kept.map(({ column }) =>
    cellIssue(row, column as ColumnName, "undo.field_changed_since", {}, "warning"),
  )
}
