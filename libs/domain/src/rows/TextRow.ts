import { cleanEmail, cleanText } from "../model/cleanText.ts"
import { emailKey } from "../model/emailKey.ts"
import type { PlatformUser } from "../model/PlatformUser.ts"
import { usernameKey } from "../model/usernameKey.ts"
import type { ColumnName } from "./Column.ts"

export type CellTexts = Readonly<Partial<Record<ColumnName, string>>>

/**
 * A row as the rules see it: the cleaned text of each known column that the file has, and the canonical keys
 * of the person (null where there is no valid one). `user` is the platform user whom the row is to change;
 * `values` are then what it would make of them, and `given` what the file itself says.
 */
export interface TextRow {
  readonly row: number
  readonly given: CellTexts
  readonly values: CellTexts
  readonly user: PlatformUser | null
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
  for (const [position, column] of columns.entries()) {
    const clean = column === "email" ? cleanEmail : cleanText
    if (column !== null) values[column] = clean(cells[position] ?? "")
  }
  return { row, given: values, values, user: null, ...keysOf(values) }
}

/** What a cell holds that empties its field. */
export const clearSign = "__CLEAR__"

/** The row on top of what there is: a blank cell leaves its field, one with the sign empties it. */
export const rowUpon = (row: TextRow, there: CellTexts, user: PlatformUser | null): TextRow => {
  if (user === null && Object.keys(there).length === 0 && !clears(row)) return row
  const values: Partial<Record<ColumnName, string>> = { ...there }
  for (const [name, text] of Object.entries(row.given) as ReadonlyArray<[ColumnName, string]>)
    if (text !== "") values[name] = text === clearSign ? "" : text
  return { ...row, values, user, ...keysOf(values) }
}

const clears = ({ given }: TextRow): boolean => {
  for (const name in given) if (given[name as ColumnName] === clearSign) return true
  return false
}

/** Mostly both keys are one text. */
const keysOf = ({ email = "", username }: CellTexts) => {
  const byEmail = emailKey(email)
  const byName = usernameKey(username || email)
  return { emailKey: byEmail, usernameKey: byName === byEmail ? byEmail : byName }
}
