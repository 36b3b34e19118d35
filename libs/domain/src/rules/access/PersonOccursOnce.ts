import { repeatedInFile } from "../repeatedInFile.ts"
import type { Rule } from "../Rule.ts"
import type { AccessKnown } from "./AccessKnown.ts"

/** A person has one place in a database, so one row in the file. */
export const PersonOccursOnce: Rule<AccessKnown> = (row, known) =>
  repeatedInFile(row, "email", "access.duplicate_in_file", known.rowsByEmail.get(row.emailKey ?? ""), known)
