/**
 * A cell as it is compared and kept: Unicode NFC (UAX 15), without white space at its ends. Non-breaking
 * space and byte-order mark count as white space, as `String.prototype.trim` has it. Lone surrogates pass
 * through for the rules to find.
 */
export const cleanText = (text: string): string => text.normalize("NFC").trim()
