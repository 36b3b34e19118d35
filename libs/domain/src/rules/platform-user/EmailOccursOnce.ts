import { repeatedInFile } from "../repeatedInFile.ts"
import type { Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** A person's e-mail stands in one row of the file; where invalid rows are left out, the first one counts. */
export const EmailOccursOnce: Rule<PlatformKnown> = (row, known) =>
  repeatedInFile(row, "email", "email.duplicate_in_file", known.rowsByEmail.get(row.emailKey ?? ""), known)
