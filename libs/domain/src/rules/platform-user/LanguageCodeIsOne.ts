import { cellIssue, type Rule } from "../Rule.ts"

/** A language code is a well-formed BCP 47 tag, such as `sv-SE`. */
export const LanguageCodeIsOne: Rule<unknown> = (row) => {
  const value = row.values.languageCode
  if (!value || isLanguageCode(value)) return []
  const hyphenated = value.replaceAll("_", "-")
  const candidates = isLanguageCode(hyphenated) ? [hyphenated] : []
  return [cellIssue(row, "languageCode", "language_code.invalid", { candidates })]
}

const isLanguageCode = (value: string): boolean => {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
