/**
 * A cell as it is compared and kept: Unicode NFC (UAX 15), without white space at its ends. Non-breaking
 * space and byte-order mark count as white space, as `String.prototype.trim` has it. Lone surrogates pass
 * through for the rules to find.
 */
export const cleanText = (text: string): string => text.normalize("NFC").trim()

/**
 * An address as it is compared and kept. What NFC would make ASCII of (KELVIN SIGN, and the Greek question mark and
 * oxia) stays as it is, so that it is seen that it was not.
 */
export const cleanEmail = (text: string): string => (looksAscii.test(text) ? text.trim() : cleanText(text))

const looksAscii = /[\u212A\u037E\u1FEF]/
