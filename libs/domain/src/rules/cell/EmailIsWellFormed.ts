import { emailFault } from "../../model/emailFault.ts"
import { cellIssue, type Rule } from "../Rule.ts"

/** An e-mail address that is given is one (RFC 5321), with an ASCII local part. */
export const EmailIsWellFormed: Rule<unknown> = (row) => {
  const email = row.values.email
  const fault = email ? emailFault(email) : null
  if (fault === null) return []
  return fault === "nonAsciiLocal"
    ? [cellIssue(row, "email", "email.non_ascii_local")]
    : [cellIssue(row, "email", "email.invalid", { fault })]
}
