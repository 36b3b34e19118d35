import type { NewPlatformUser } from "../model/PlatformUser.ts"
import { searchText } from "../model/searchText.ts"
import type { TextRow } from "./TextRow.ts"

/**
 * The person a row without errors describes. Blank cells are null, the username falls back on the e-mail.
 * Throws where the row has no valid e-mail: rules come first.
 */
export const newPlatformUser = (row: TextRow): NewPlatformUser => {
  const {
    email,
    firstName = "",
    lastName = "",
    username,
    phone,
    mobilePhone,
    languageCode,
    externalId,
  } = row.values
  if (!email || row.emailKey === null || row.usernameKey === null)
    throw new Error(`Row ${row.row} has no person; its rules were not asked.`)
  const person = { email, username: username || email, firstName, lastName }
  return {
    ...person,
    phone: phone || null,
    mobilePhone: mobilePhone || null,
    languageCode: languageCode ? (Intl.getCanonicalLocales(languageCode)[0] ?? null) : null,
    externalId: externalId || null,
    emailKey: row.emailKey,
    usernameKey: row.usernameKey,
    searchText: searchText(person),
  }
}
