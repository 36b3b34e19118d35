import type { PlatformUser } from "../model/PlatformUser.ts"
import type { TextRow } from "./TextRow.ts"

/** What of a platform user a file can say. */
export type PersonFields = Pick<
  PlatformUser,
  "email" | "username" | "firstName" | "lastName" | "phone" | "mobilePhone" | "languageCode" | "externalId"
>

/** The person that a row's cells describe: blank ones are null, the username falls back on the e-mail. */
export const personFields = ({ values }: Pick<TextRow, "values">): PersonFields => ({
  email: values.email ?? "",
  username: values.username || (values.email ?? ""),
  firstName: values.firstName ?? "",
  lastName: values.lastName ?? "",
  phone: values.phone || null,
  mobilePhone: values.mobilePhone || null,
  languageCode: canonicalTag(values.languageCode),
  externalId: values.externalId || null,
})

/** A language tag as BCP 47 spells it (`sv-SE`); text that is none stays as it is, for the rules to tell. */
const canonicalTag = (text: string | undefined): string | null => {
  try {
    return text ? (Intl.getCanonicalLocales(text)[0] ?? null) : null
  } catch {
    return text ?? null
  }
}
