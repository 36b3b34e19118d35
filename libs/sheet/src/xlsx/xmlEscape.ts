import { escapeCharacters } from "./escapedCharacters.ts"

export const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`

/** Text as XML holds it, in elements and in attributes between double quotes. */
export const xmlEscape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The text of a cell as SpreadsheetML holds it, cut at what spreadsheet programs open. */
export const cellText = (text: string): string => xmlEscape(escapeCharacters(cut(text)))

const maxLength = 32_767

const cut = (text: string): string =>
  text.length <= maxLength ? text : text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, "")
