/** In characters. NIST SP 800-63B-4: at least 15 for a password that stands alone; no rule of composition. */
export const passwordLength = { min: 15, max: 128 } as const

export type PasswordFault = "too_short" | "too_long" | "common" | "personal"

/**
 * What speaks against a password, null if nothing does (NIST SP 800-63B-4, 3.1.1.2): its length, that attackers
 * try it first, or that it is made of the person's own names. Any character may stand in it.
 */
export const passwordFault = (
  password: string,
  person: {
    readonly email: string
    readonly username: string
    readonly firstName: string
    readonly lastName: string
  },
  isCommon: (password: string) => boolean,
): PasswordFault | null => {
  const length = [...password].length
  if (length < passwordLength.min) return "too_short"
  if (length > passwordLength.max) return "too_long"
  const folded = password.toLowerCase()
  if (isCommon(folded) || new Set(folded).size < 5) return "common"
  const own = [
    person.email,
    person.username,
    person.email.split("@")[0] ?? "",
    person.firstName,
    person.lastName,
  ]
  const rest = own
    .map((name) => name.toLowerCase())
    .filter((name) => name.length > 2)
    .sort((one, other) => other.length - one.length)
    .reduce((left, name) => left.replaceAll(name, ""), folded)
  return [...rest].length < 8 ? "personal" : null
}
