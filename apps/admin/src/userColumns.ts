import { t } from "./i18n/language.ts"

/** What the list of users can tell of each beside the name. */
export const userColumns = [
  "email",
  "username",
  "status",
  "role",
  "phone",
  "mobilePhone",
  "languageCode",
  "externalId",
] as const
export type UserColumn = (typeof userColumns)[number]

const usual: ReadonlyArray<UserColumn> = ["email", "username", "status", "role"]

/** The columns that an address asks for, in the list's own order; the usual ones where it asks for none. */
export const columnsIn = (text: string | undefined): ReadonlyArray<UserColumn> => {
  const wanted = (text ?? "").split(",")
  const known = userColumns.filter((column) => wanted.includes(column))
  return known.length > 0 ? known : usual
}

/** The columns as an address has them; the usual ones need not be told. */
export const columnsTold = (columns: ReadonlyArray<UserColumn>): string => {
  const told = userColumns.filter((column) => columns.includes(column)).join(",")
  return told === usual.join(",") ? "" : told
}

/** What stands above a column. */
export const userColumnLabel = (column: UserColumn): string =>
  column === "status" || column === "role" ? t(`users.${column}`) : t(`column.${column}`)
