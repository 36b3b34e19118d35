import type { Issue, OfferedRepair } from "../model/Issue.ts"
import { revealed } from "./revealed.ts"

/** Tells of a repaired cell what it held, so that the damage is seen, and offers that to be put back as it was. */
export const repairedCell = (
  row: number,
  column: string,
  from: string,
  { kind, to }: typeof OfferedRepair.Type,
): Issue => ({
  code: "cell.repaired",
  severity: "info",
  row,
  column,
  value: to.slice(0, 200),
  details: {
    kind,
    from: revealed(from, kind, to).slice(0, 200),
    candidates: from.trim() === "" ? [] : [from],
  },
})
