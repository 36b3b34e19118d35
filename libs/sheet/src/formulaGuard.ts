/**
 * A text that a spreadsheet program may take for a formula or a command: after any spaces and quotes comes one of
 * `= + - @ |`, TAB, CR, LF, NUL or a full-width `＝ ＋ － ＠` (OWASP ASVS 5.0, 1.2.10). As the apostrophe counts as a
 * quote, a guarded text is itself of this form: that is what makes the guard reversible.
 */
const formula = /^[\p{Zs}\v\f\uFEFF"']*[=+\-@|\t\r\n\0＝＋－＠]/u

/** Puts an apostrophe in front of a cell that could be taken for a formula; leaves every other cell alone. */
export const guardFormula = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** The exact inverse: `unguardFormula(guardFormula(cell)) === cell` for every string. */
export const unguardFormula = (cell: string): string =>
  cell.charCodeAt(0) === 0x27 && formula.test(cell.slice(1)) ? cell.slice(1) : cell
