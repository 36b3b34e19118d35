import { isBlankCell } from "./blank.ts"

/** A label of a sum or an end, in English and Swedish. */
const closingWord =
  /^[\s"'*=#-]*(grand total|sub ?total|totals?|totalt|sum|summa|summering|count|antal( rader)?|rows?|rader|end of (file|report|list)|slut( på (listan|rapporten|filen))?)\b[\s:.=*#-]*[\d\s.,]*[\s*#-]*$/iu

/** What only a person who reads it is told: lines of signs, or at least two words. */
const prose = /^[-=_*#~.\s]{3,}$|\p{L}\S*\s+\S/u

/**
 * Whether a row is certainly no row of data but the end of a report: a sum with nothing but numbers beside it; or, below
 * a blank row, words without the delimiters of a row. Never a row that is as long as the header, or with an address.
 */
export const isFooter = (cells: ReadonlyArray<string>, width: number, isBelowBlank: boolean): boolean => {
  if (cells.some((cell) => cell.includes("@"))) return false
  const texts = cells.filter((cell) => !isBlankCell(cell))
  const [first] = texts
  if (first === undefined || (texts.length >= width && width > 1)) return false
  if (closingWord.test(first) && texts.slice(1).every(isNumber)) return true
  return isBelowBlank && width > 2 && cells.length === 1 && prose.test(first)
}

const isNumber = (text: string) => /^[\d\s.,:%-]+$/u.test(text)
