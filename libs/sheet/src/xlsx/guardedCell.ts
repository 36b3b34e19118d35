import { unguardFormula } from "../formulaGuard.ts"

/**
 * A cell as a workbook holds it. Its type says that it is text, so it needs no guard; but a reader takes a guard away,
 * as a table that was saved as CSV in between may have one. So a text that looks guarded gets one more.
 */
export const guardedCell = (cell: string): string => (unguardFormula(cell) === cell ? cell : `'${cell}`)
