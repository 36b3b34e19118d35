import { emailParts, type EmailFault } from "./emailParts.ts"

/** What is wrong with an e-mail address (`emailParts`), or null. */
export const emailFault = (text: string): EmailFault | null => {
  const parts = emailParts(text)
  return typeof parts === "string" ? parts : null
}
