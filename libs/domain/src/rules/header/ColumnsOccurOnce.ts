import { foldHeader } from "../../rows/matchColumn.ts"
import { headerIssue, type HeaderRule } from "../HeaderRule.ts"

/** No two headers mean the same column: which of the cells would count? */
export const ColumnsOccurOnce: HeaderRule = ({ header, columns }) => {
  const meanings = header.map((text, position) => columns[position] ?? foldHeader(text))
  const repeated = new Set(meanings.filter((meaning, position) => meanings.indexOf(meaning) !== position))
  return [...repeated].map((meaning) =>
    headerIssue("header.duplicate", meaning, {
      headers: header.filter((_, position) => meanings[position] === meaning),
    }),
  )
}
