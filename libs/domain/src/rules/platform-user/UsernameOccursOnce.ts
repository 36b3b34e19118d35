import { repeatedInFile } from "../repeatedInFile.ts"
import type { Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** A given username stands in one row of the file; where invalid rows are left out, the first one counts. */
export const UsernameOccursOnce: Rule<PlatformKnown> = (row, known) =>
  row.given.username
    ? repeatedInFile(
        row,
        "username",
        "username.duplicate_in_file",
        known.rowsByUsername.get(row.usernameKey ?? ""),
        known,
      )
    : []
