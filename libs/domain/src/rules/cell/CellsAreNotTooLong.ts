import type { Column } from "../../rows/Column.ts"
import { cellIssue, type Rule } from "../Rule.ts"

/** No cell is longer than its column allows. */
export const CellsAreNotTooLong: Rule<{ readonly columns: ReadonlyArray<Column> }> = (row, { columns }) =>
  columns.flatMap(({ name, maxLength }) => {
    const found = row.values[name]?.length ?? 0
    return found > maxLength ? [cellIssue(row, name, "cell.too_long", { limit: maxLength, found })] : []
  })
