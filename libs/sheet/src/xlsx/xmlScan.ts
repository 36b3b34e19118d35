// Where things are in the text of an XML document.

const GT = 0x3e
const QUOTE = 0x22
const APOSTROPHE = 0x27
const UNDERSCORE = 0x5f

/** A name starts with a letter or `_`; which letters is not looked at outside ASCII. */
export const startsName = (name: string): boolean => {
  const code = name.charCodeAt(0)
  const letter = code | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || code === UNDERSCORE || code >= 0x80
}

/** White space as XML has it, once line ends are told as one. */
export const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09

/** The first place that is no white space, or `end`. */
export const pastSpace = (text: string, from: number, end: number): number => {
  let at = from
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

/** Prefix (empty for none) and local part of a name. */
export const split = (name: string): readonly [prefix: string, local: string] => {
  const colon = name.indexOf(":")
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)]
}

/** Where a tag's `>` stands, past any in quotes, or -1. */
export const tagEnd = (text: string, from: number): number => {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === GT) return at
    else if (code === QUOTE || code === APOSTROPHE) quote = code
  }
  return -1
}

/** Where the sign ends, or -1 if it is not there. */
export const after = (text: string, sign: string, from: number): number => {
  const at = text.indexOf(sign, from)
  return at === -1 ? -1 : at + sign.length
}

/** How far text can be told: a reference or a line end that the next piece goes on with stays behind. */
export const wholeText = (text: string, from: number): number => {
  const ampersand = text.lastIndexOf("&")
  if (ampersand >= from && text.length - ampersand < 12 && !text.includes(";", ampersand)) return ampersand
  return text.endsWith("\r") ? text.length - 1 : text.length
}

/** Line ends as XML tells them (XML 1.0, 2.11), but for a CR at the very end, which may be half of one. */
export const lineEnds = (text: string): string =>
  text.includes("\r") ? text.replace(/\r\n|\r(?!$)/g, "\n") : text
