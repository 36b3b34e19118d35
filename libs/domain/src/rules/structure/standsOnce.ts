import type { Issue } from "../../model/Issue.ts"
import type { TextRow } from "../../rows/TextRow.ts"
import { repeatedInFile } from "../repeatedInFile.ts"
import { cellIssue } from "../Rule.ts"
import type { StructureKnown } from "./StructureKnown.ts"

/** A department or group stands in one row, and is in the database already or not as the file is about it. */
export const standsOnce = (
  row: TextRow,
  column: "departmentId" | "groupName",
  thing: "department" | "group",
  isThere: boolean,
  known: StructureKnown,
): ReadonlyArray<Issue> => {
  const rows = known.rowsById.get(row.values[column] ?? "")
  const repeated = repeatedInFile(row, column, `${thing}.duplicate_in_file`, rows, known)
  if (repeated.length > 0) return repeated
  if (isThere && known.mode === "create") return [cellIssue(row, column, `${thing}.taken`, {}, "conflict")]
  return !isThere && known.mode === "update" ? [cellIssue(row, column, `${thing}.unknown`)] : []
}
