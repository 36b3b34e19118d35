import { domainToAscii } from "./domainToAscii.ts"

/** An address cut at its `@`: the local part as it is written, and the domain's ASCII form. */
export interface EmailParts {
  readonly local: string
  readonly domain: string
}

export type EmailFault =
  | "noAt"
  | "emptyLocal"
  | "localTooLong"
  | "localCharacters"
  | "localDots"
  | "nonAsciiLocal"
  | "domain"
  | "tooLong"

const atext = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/

/**
 * An e-mail address in its parts, or what is wrong with it. Accepts the dot-atom form of RFC 5321 with a host name
 * of at least two labels; the local part is ASCII, at most 64 octets, the whole at most 254 (RFC 5321, 4.5.3.1).
 * Quoted local parts, comments and address literals are refused: no directory needs them.
 */
export const emailParts = (text: string): EmailParts | EmailFault => {
  const at = text.lastIndexOf("@")
  if (at < 0) return "noAt"
  const local = text.slice(0, at)
  if (local === "") return "emptyLocal"
  if (!atext.test(local)) return /[^\x00-\x7f]/.test(local) ? "nonAsciiLocal" : "localCharacters"
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return "localDots"
  if (local.length > 64) return "localTooLong"
  const domain = domainToAscii(text.slice(at + 1))
  if (domain === null) return "domain"
  return local.length + 1 + domain.length > 254 ? "tooLong" : { local, domain }
}
