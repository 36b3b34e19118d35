import { columnsOf } from "../../rows/columnsOf.ts"
import { headerIssue, type HeaderRule } from "../HeaderRule.ts"
import { isPrivileged } from "./NoColumnIsPrivileged.ts"

/** A column nobody knows is left out, and said to be. */
export const UnknownColumnsAreNamed: HeaderRule = ({ kind, header, columns }) =>
  header.flatMap((text, position) =>
    columns[position] === null && !isPrivileged(text)
      ? [headerIssue("header.unknown", text, { known: columnsOf(kind).map(({ name }) => name) }, "warning")]
      : [],
  )
