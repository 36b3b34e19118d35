import { columnsOf } from "../../rows/columnsOf.ts"
import { knownColumns } from "../../rows/recogniseHeader.ts"
import { headerIssue, type HeaderRule } from "../HeaderRule.ts"

/** Every required column has a header. A file made for the other step is told as that. */
export const RequiredColumnsAreThere: HeaderRule = ({ kind, header, columns }) => {
  const missing = columnsOf(kind)
    .filter((column) => column.required && !columns.includes(column.name))
    .map((column) => column.name)
  if (missing.length === 0) return []
  const other = kind === "platform-users" ? "database-users" : "platform-users"
  const required = columnsOf(other).filter((column) => column.required).length
  return knownColumns(other, header) >= required
    ? [headerIssue("file.wrong_template", null, { expected: kind, found: other })]
    : [headerIssue("header.missing", null, { columns: missing, found: [...header] })]
}
