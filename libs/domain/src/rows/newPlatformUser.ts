import type { NewPlatformUser } from "../model/PlatformUser.ts"
import { searchText } from "../model/searchText.ts"
import { personFields } from "./personFields.ts"
import type { TextRow } from "./TextRow.ts"

/**
 * The person a row without errors describes, with the keys that make them unique and what finds them. Throws
 * where the row has no valid e-mail: rules come first.
 */
export const newPlatformUser = (row: TextRow): NewPlatformUser => {
  const { emailKey, usernameKey } = row
  if (emailKey === null || usernameKey === null)
    throw new Error(`Row ${row.row} has no person; its rules were not asked.`)
  const person = personFields(row)
  return { ...person, emailKey, usernameKey, searchText: searchText(person) }
}
