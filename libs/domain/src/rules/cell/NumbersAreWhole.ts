import type { Column, ColumnName } from "../../rows/Column.ts"
import { cellIssue, ofEachCell } from "../Rule.ts"

/**
 * No id and no phone number is what a spreadsheet shows of a long number, such as `7,01E+11`: the digits left out
 * there are lost, and only who knows the number can say it. Something may really be called so.
 */
export const NumbersAreWhole = ofEachCell<KnownIds>((row, { name, identifies }, known) => {
  const text = row.given[name]
  if (!text || !shortened.test(text) || !(identifies || phones.has(name)) || isThere(name, text, known))
    return null
  return cellIssue(row, name, "cell.digits_lost")
})

interface KnownIds {
  readonly columns: ReadonlyArray<Column>
  readonly departments?: ReadonlyMap<string, unknown>
  readonly groups?: ReadonlyMap<string, unknown>
}

/** What a spreadsheet shows of a number that is too long for its cell. */
export const shortened = /^[+-]?\d([.,]\d+)?E\+\d{2,3}$/i
const phones: ReadonlySet<ColumnName> = new Set(["phone", "mobilePhone"])

const isThere = (column: ColumnName, text: string, { departments, groups }: KnownIds): boolean =>
  Boolean(column === "groupName" ? groups?.has(text) : departments?.has(text))
