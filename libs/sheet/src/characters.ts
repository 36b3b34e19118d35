/** The UTF-16 code units that mean something in delimited text, whatever its grammar. */
export const LF = 0x0a
export const CR = 0x0d
export const BACKSLASH = 0x5c

/** Blanks that may stand between a closing quote and what comes after its cell. */
export const isPadding = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0xa0
