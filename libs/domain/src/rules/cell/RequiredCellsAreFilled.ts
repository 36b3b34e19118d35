import { cellIssue, ofEachCell } from "../Rule.ts"

/** A required cell holds more than white space. */
export const RequiredCellsAreFilled = ofEachCell((row, { name, required }) =>
  required && !row.values[name] ? cellIssue(row, name, "cell.required") : null,
)
