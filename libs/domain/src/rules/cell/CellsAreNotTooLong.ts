import { cellIssue, ofEachCell } from "../Rule.ts"

/** No cell is longer than its column allows. */
export const CellsAreNotTooLong = ofEachCell((row, { name, maxLength }) => {
  const found = row.values[name]?.length ?? 0
  return found > maxLength ? cellIssue(row, name, "cell.too_long", { limit: maxLength, found }) : null
})
