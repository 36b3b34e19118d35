const escaped = /_x([0-9A-Fa-f]{4})_/g

/** A string of a cell with `_x000D_` and the like (ECMA-376 part 1, ST_Xstring) as the characters they stand for. */
export const unescapeCharacters = (text: string): string =>
  text.includes("_x")
    ? text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** The inverse: what XML has no place for is escaped, and so is what would read as an escape. */
export const escapeCharacters = (text: string): string =>
  text.replace(
    /[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  )
