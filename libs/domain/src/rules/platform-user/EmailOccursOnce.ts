import { emailKey } from "../../model/emailKey.ts"
import { repeatedInFile } from "../repeatedInFile.ts"
import type { Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/**
 * A person's e-mail stands in one row of the file; where invalid rows are left out, the first one counts. A
 * row that would give somebody another e-mail yields to the one that has theirs.
 */
export const EmailOccursOnce: Rule<PlatformKnown> = (row, known) => {
  const theirs = row.user && emailKey(row.user.email)
  const rows = known.rowsByEmail.get(row.emailKey ?? "")
  if (theirs === null || theirs === row.emailKey)
    return repeatedInFile(row, "email", "email.duplicate_in_file", rows, known)
  const all = [...(rows ?? []), ...(known.rowsByEmail.get(theirs) ?? [])]
  return repeatedInFile(row, "email", "email.duplicate_in_file", all, { invalidRows: "refuse" })
}
