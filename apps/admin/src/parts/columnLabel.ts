import { t } from "../i18n/language.ts"

const known = new Set([
  "email",
  "firstName",
  "lastName",
  "username",
  "phone",
  "mobilePhone",
  "languageCode",
  "externalId",
  "departmentId",
  "groupName",
] as const)
type Known = typeof known extends Set<infer Name> ? Name : never

/** What people call a column: a known one's name in the language being spoken, an unknown one's own header. */
export const columnLabel = (column: string): string =>
  (known as ReadonlySet<string>).has(column) ? t(`column.${column as Known}`) : column
