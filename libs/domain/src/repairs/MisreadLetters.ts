import { codePages, type CodePage } from "./codePages.ts"
import type { Repair } from "./Repair.ts"

/**
 * Letters of a text in UTF-8 that some program read in another code page: `BjÃ¶rn` for `Björn`, also when that
 * happened twice. Proven by reading it back: whatever is not ASCII, as bytes of that page, has to be UTF-8 of
 * characters that such texts have.
 */
export const MisreadLetters: Repair = {
  kind: "misreadLetters",
  columns: null,
  inPlainText: false,
  propose: ({ text }) => {
    let to = text
    for (let times = 0; times < most; times++) {
      const before = readBack(to)
      if (before === null) break
      to = before
    }
    return to === text || control.test(to) ? null : { to: to.normalize("NFC").trim(), evidence: [] }
  },
}

const most = 3
/** Letters that words end parts with, before a soft hyphen: hardly ever `ŭ` or `ĭ`. */
const hyphenated = /[ÄÅ]\u00ad/g
const control = /[\p{Cc}\p{Cn}\p{Co}]/u

const readBack = (text: string): string | null => {
  for (const page of codePages) {
    const before = page.sign.test(text.replace(hyphenated, "")) ? readBackFrom(page, text) : null
    if (before !== null && isLikely(before)) return before
  }
  return null
}

const readBackFrom = (page: CodePage, text: string): string | null => {
  const bytes = bytesOf(page, text)
  if (bytes === null) return null
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** Null where a character is none of the page. What the page leaves unassigned stands for its own byte. */
const bytesOf = ({ characters }: CodePage, text: string): Uint8Array | null => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const place = unit < 0x80 ? unit : characters.indexOf(text.charAt(at)) + 0x80
    if (place >= 0x80) bytes[at] = place
    else if (unit < 0xa0) bytes[at] = unit
    else return null
  }
  return bytes
}

/**
 * Letters of the languages that spreadsheets are mostly in, and the signs of their typesetting, can stand alone.
 * One letter of another script among Latin ones is chance.
 */
const isLikely = (text: string): boolean => {
  const beyond = text.match(/[^\x00-\x7f]/gu) ?? []
  const unusual = beyond.filter((character) => !usual.test(character))
  return (
    beyond.length > 0 &&
    (unusual.length === 0 || (unusual.length > 2 && unusual.every((one) => letter.test(one))))
  )
}

const usual = /[\u0080-\u017f\u0192\u0218-\u021b\u02c6\u02dc\u1e00-\u1eff\u2010-\u203a\u20ac\u2122]/
const letter = /[\p{L}\p{M}]/u
