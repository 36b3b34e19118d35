import type { Delimiter, DialectOptions, Quote } from "./Sheet.ts"

/** By which signs text is read as rows of cells. */
export interface Grammar {
  readonly delimiter: Delimiter
  readonly quote: Quote
  readonly backslash: boolean
}

/** In the order in which they win a tie. */
export const delimiters: ReadonlyArray<Delimiter> = [",", ";", "\t", "|"]

/** What closes each quote that may open a cell. */
export const closingOf: Readonly<Record<Quote, Readonly<Record<string, string>>>> = {
  double: { '"': '"' },
  single: { "'": "'" },
  typographic: { "“": "”", "”": "”", "„": "“", "«": "»" },
  none: {},
}

// What the formula guard may have put an apostrophe before is no sign of a quote.
const aroundCell: ReadonlyArray<readonly [Quote, RegExp]> = [
  ["double", /(?:)/],
  ["single", /(?:^|[,;\t|\r\n]) *'(?!["'\s]*[=+\-@|\0＝＋－＠])[^'\r\n]*' *(?:[,;\t|\r\n]|$)/],
  ["typographic", /(?:^|[,;\t|\r\n]) *[“”„«][^\r\n]*?[”“»] *(?:[,;\t|\r\n]|$)/],
]

const escaped: Readonly<Record<Quote, RegExp>> = {
  double: /\\"/,
  single: /\\'/,
  typographic: /\\[“”»]/,
  none: /(?!)/,
}

/**
 * Every grammar that a text may be written in, going by the signs that it has; of those that read it alike the first
 * is meant. What was chosen is not tried otherwise.
 */
export const grammarsOf = (text: string, chosen: DialectOptions): ReadonlyArray<Grammar> => {
  const there = delimiters.filter((delimiter) => delimiter === "," || text.includes(delimiter))
  const parting = chosen.delimiter ? [chosen.delimiter] : text.trim() === "" ? delimiters : there
  const around = aroundCell.flatMap(([quote, sign]) => (sign.test(text) ? [quote] : []))
  return (chosen.quote === undefined ? around : [chosen.quote]).flatMap((quote) =>
    (chosen.backslash === undefined
      ? [false, ...(escaped[quote].test(text) ? [true] : [])]
      : [chosen.backslash]
    ).flatMap((backslash) => parting.map((delimiter) => ({ delimiter, quote, backslash }))),
  )
}

/** The delimiter that the first line of a file names (`sep=;`, also in quotes), and the length of that line. */
export const sepLine = (text: string): { readonly delimiter: Delimiter; readonly length: number } | null => {
  const match = /^("?)sep=([,;\t|])\1(\r\n|\r|\n|$)/i.exec(text)
  return match === null ? null : { delimiter: match[2] as Delimiter, length: match[0].length }
}
