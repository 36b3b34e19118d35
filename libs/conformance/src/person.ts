import { emailKey } from "@muster/domain/model/emailKey"
import type { NewPlatformUser } from "@muster/domain/model/PlatformUser"
import { searchText } from "@muster/domain/model/searchText"
import { usernameKey } from "@muster/domain/model/usernameKey"

/** A person whose e-mail and username are made of the word. */
export const person = (word: string): NewPlatformUser => {
  const names = { email: `${word}@conformance.example`, username: word, firstName: "Per", lastName: "Son" }
  return {
    ...names,
    phone: null,
    mobilePhone: null,
    languageCode: null,
    externalId: null,
    emailKey: emailKey(names.email) ?? "",
    usernameKey: usernameKey(word) ?? "",
    searchText: searchText(names),
  }
}
