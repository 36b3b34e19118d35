import { columnsOf } from "../../rows/columnsOf.ts"
import { headerIssue, type HeaderRule } from "../HeaderRule.ts"
import { isPrivileged } from "./NoColumnIsPrivileged.ts"

/** A column nobody knows, or nobody chose, is not used, and said not to be. */
export const UnknownColumnsAreNamed: HeaderRule = ({ kind, kept, chosen }) => {
  const unused = kept.filter(({ column }) => column === null).map(({ header }) => header)
  if (chosen)
    return unused.length > 0 ? [headerIssue("header.not_used", null, { columns: unused }, "info")] : []
  return unused
    .filter((header) => !isPrivileged(header))
    .map((header) =>
      headerIssue("header.unknown", header, { known: columnsOf(kind).map(({ name }) => name) }, "warning"),
    )
}
