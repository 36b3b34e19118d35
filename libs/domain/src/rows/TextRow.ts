import { cleanText } from "../model/cleanText.ts"
import { emailKey } from "../model/emailKey.ts"
import { usernameKey } from "../model/usernameKey.ts"
import type { ColumnName } from "./Column.ts"

/**
 * A row as the rules see it: the cleaned text of each known column that the file has, and the canonical keys
 * of the person (null where there is no valid one).
 */
export interface TextRow {
  readonly row: number
  readonly values: Readonly<Partial<Record<ColumnName, string>>>
  readonly emailKey: string | null
  readonly usernameKey: string | null
}

/**
 * Reads a row's cells by position into a `TextRow`. The username is the e-mail where the file gives none.
 * `columns[i]` is the column of `cells[i]`, null where it is unknown.
 */
export const textRow = (
  row: number,
  columns: ReadonlyArray<ColumnName | null>,
  cells: ReadonlyArray<string>,
): TextRow => {
  const values: Partial<Record<ColumnName, string>> = {}
  columns.forEach((column, position) => {
    if (column !== null) values[column] = cleanText(cells[position] ?? "")
  })
  const email = values.email ?? ""
  return { row, values, emailKey: emailKey(email), usernameKey: usernameKey(values.username || email) }
}
