import { textOfUnits } from "./utf16.ts"

// What stands at 0x80 to 0x9F (the Unicode consortium's CP1252.TXT); U+0000 where nothing is assigned.
const upper =
  "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0" +
  "\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178"

const units = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? upper.charCodeAt(byte - 0x80) : byte,
)

/** Where the first byte stands to which Windows-1252 assigns no character (81, 8D, 8F, 90, 9D), or -1. */
export const unassignedWindows1252At = (bytes: Uint8Array): number =>
  bytes.findIndex((byte) => byte >= 0x80 && units[byte] === 0)

/** The text of bytes in Windows-1252. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  textOfUnits(Uint16Array.from(bytes, (byte) => units[byte]!))
