const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

/**
 * The text with its references to characters and to the five entities of XML 1.0 in place, or null if it holds any
 * other `&`, or one to what is no character.
 */
export const decodeReferences = (text: string): string | null => {
  let valid = true
  const decoded = text.replace(
    /&(?:#x([0-9A-Fa-f]{1,8})|#([0-9]{1,10})|([a-z]{2,4}));|&/g,
    (_, hex, decimal, name) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      const character = name === undefined ? characterAt(code) : named[name]
      if (character === undefined) valid = false
      return character ?? ""
    },
  )
  return valid ? decoded : null
}

/** The character of a code point that XML has a place for (XML 1.0, 2.2). */
const characterAt = (code: number): string | undefined => {
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return allowed ? String.fromCodePoint(code) : undefined
}
