import { cellIssue, type Rule } from "../Rule.ts"

/**
 * No part of an e-mail's domain mixes alphabets, or is in other letters while the domain ends in Latin ones (UTS 39,
 * 5.1): it would be read as another domain. Else a warning.
 */
export const DomainIsOfOneAlphabet: Rule<unknown> = (row) => {
  const email = row.given.email ?? ""
  const labels = email.slice(email.lastIndexOf("@") + 1).split(".")
  const endsInLatin = latin.test(labels.at(-1) ?? "")
  return labels.some((label) => foreign.test(label) && (endsInLatin || latin.test(label)))
    ? [cellIssue(row, "email", "email.suspicious_domain", {}, "warning")]
    : []
}

const latin = /\p{Script=Latin}/u
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
