import type { Column } from "../../rows/Column.ts"
import { cellIssue, type Rule } from "../Rule.ts"

/** A required cell holds more than white space. */
export const RequiredCellsAreFilled: Rule<{ readonly columns: ReadonlyArray<Column> }> = (row, { columns }) =>
  columns.flatMap(({ name, required }) =>
    required && !row.values[name] ? [cellIssue(row, name, "cell.required")] : [],
  )
