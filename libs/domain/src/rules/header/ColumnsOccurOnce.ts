import { foldHeader } from "../../rows/matchColumn.ts"
import { headerIssue, type HeaderRule } from "../HeaderRule.ts"

/** No two headers mean the same column: which of the cells would count? */
export const ColumnsOccurOnce: HeaderRule = ({ kept }) => {
  const meanings = kept.map(({ column, header }) => column ?? foldHeader(header))
  const repeated = new Set(meanings.filter((meaning, at) => meanings.indexOf(meaning) !== at))
  return [...repeated].map((meaning) =>
    headerIssue("header.duplicate", meaning, {
      headers: kept.filter((_, at) => meanings[at] === meaning).map(({ header }) => header),
    }),
  )
}
