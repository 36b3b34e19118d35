import type { Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** Whoever imports may add people to the platform, and still may when the import runs. */
export const ImporterMayAdd: Rule<PlatformKnown> = (row, known) =>
  known.mayAdd
    ? []
    : [
        {
          code: "import.not_permitted",
          severity: "error",
          row: row.row,
          column: null,
          value: null,
          details: {},
        },
      ]
