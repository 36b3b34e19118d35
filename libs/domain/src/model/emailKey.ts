import { emailParts } from "./emailParts.ts"

/**
 * The canonical key of an e-mail address: ASCII lower case before the `@`, the domain's ASCII form after it.
 * Two addresses with one key are one person's. Null for what is no address (`emailParts`). Only this function
 * makes the key; stores keep it beside the value and never fold case themselves.
 */
export const emailKey = (email: string): string | null => {
  const parts = emailParts(email)
  return typeof parts === "string" ? null : `${parts.local.toLowerCase()}@${parts.domain}`
}
