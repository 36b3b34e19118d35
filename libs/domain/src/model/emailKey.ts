import { domainToAscii } from "./domainToAscii.ts"
import { emailFault } from "./emailFault.ts"

/**
 * The canonical key of an e-mail address: ASCII lower case before the `@`, the domain's ASCII form after it.
 * Two addresses with one key are one person's. Null for what is no address (`emailFault`). Only this function
 * makes the key; stores keep it beside the value and never fold case themselves.
 */
export const emailKey = (email: string): string | null => {
  if (emailFault(email) !== null) return null
  const at = email.lastIndexOf("@")
  const domain = domainToAscii(email.slice(at + 1))
  return domain === null ? null : `${email.slice(0, at).toLowerCase()}@${domain}`
}
