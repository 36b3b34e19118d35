import { ImportKind } from "../../model/Import.ts"
import { columnsOf, requiredOf } from "../../rows/columnsOf.ts"
import { knownColumns } from "../../rows/recogniseHeader.ts"
import { headerIssue, type HeaderRule } from "../HeaderRule.ts"

/** Every required column has a header. A file made for another import is told as that. */
export const RequiredColumnsAreThere: HeaderRule = ({ kind, kept, chosen }, mode) => {
  const header = kept.map((one) => one.header)
  const mine = knownColumns(kind, header)
  const other = chosen
    ? undefined
    : ImportKind.literals.find((one) => {
        const known = knownColumns(one, header)
        return known > mine && known >= requiredOf(columnsOf(one)).length
      })
  if (other !== undefined) return [headerIssue("file.wrong_template", null, { expected: kind, found: other })]
  const missing = requiredOf(columnsOf(kind, mode)).filter(
    (name) => !kept.some(({ column }) => column === name),
  )
  return missing.length === 0
    ? []
    : [headerIssue("header.missing", null, { columns: missing, found: header })]
}
