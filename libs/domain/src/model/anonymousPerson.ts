import type { NewPlatformUser } from "./PlatformUser.ts"
import { searchText } from "./searchText.ts"

/** What is left of whoever was anonymised: the user's own id, at an address that is nobody's (RFC 2606). */
export const anonymousPerson = (userId: string): NewPlatformUser => {
  const email = `${userId}@anonymised.invalid`
  const names = { email, username: email, firstName: "Anonymised", lastName: userId.slice(0, 8) }
  return {
    ...names,
    emailKey: email,
    usernameKey: email,
    phone: null,
    mobilePhone: null,
    languageCode: null,
    externalId: null,
    searchText: searchText(names),
  }
}
