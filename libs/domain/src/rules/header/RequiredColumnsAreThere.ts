import { columnsOf, requiredOf } from "../../rows/columnsOf.ts"
import { knownColumns } from "../../rows/recogniseHeader.ts"
import { headerIssue, type HeaderRule } from "../HeaderRule.ts"

/** Every required column has a header. A file made for the other step is told as that. */
export const RequiredColumnsAreThere: HeaderRule = ({ kind, header, columns }, mode) => {
  const other = kind === "platform-users" ? "database-users" : "platform-users"
  const inOther = knownColumns(other, header)
  if (inOther >= requiredOf(columnsOf(other)).length && inOther > knownColumns(kind, header))
    return [headerIssue("file.wrong_template", null, { expected: kind, found: other })]
  const missing = requiredOf(columnsOf(kind, mode)).filter((name) => !columns.includes(name))
  return missing.length === 0
    ? []
    : [headerIssue("header.missing", null, { columns: missing, found: [...header] })]
}
