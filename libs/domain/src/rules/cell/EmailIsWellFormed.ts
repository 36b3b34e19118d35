import { emailFault } from "../../model/emailFault.ts"
import { cellIssue, noIssues, type Rule } from "../Rule.ts"

/** An e-mail address that is given is one (RFC 5321), with an ASCII local part. */
export const EmailIsWellFormed: Rule<unknown> = (row) => {
  const fault = row.emailKey === null && row.values.email ? emailFault(row.values.email) : null
  if (fault === null) return noIssues
  return fault === "nonAsciiLocal"
    ? [cellIssue(row, "email", "email.non_ascii_local")]
    : [cellIssue(row, "email", "email.invalid", { fault })]
}
