import type { Slices } from "./Slices.ts"

/**
 * The cells of a text as spreadsheet programs put it on the clipboard: rows on lines, cells between tabs, a cell in
 * quotes where it holds either. A quote counts as one only around a whole cell. Text without tabs whose lines
 * all have the same number of semicolons or commas is taken as such.
 */
export function* cellsOfText(text: string): Slices<ReadonlyArray<ReadonlyArray<string>>> {
  const rows = yield* split(text, "\t")
  if (rows.some((row) => row.length > 1)) return rows
  for (const delimiter of [";", ","]) {
    const tried = yield* split(text, delimiter)
    const width = tried[0]?.length ?? 0
    if (width > 1 && tried.every((row) => row.length === width)) return tried
  }
  return rows
}

function* split(text: string, delimiter: string): Slices<ReadonlyArray<ReadonlyArray<string>>> {
  const rows: Array<Array<string>> = []
  let row: Array<string> = []
  let at = 0
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter)
    row.push(cell)
    const sign = text[end]
    if (sign === delimiter) {
      at = end + 1
      if (at === text.length) row.push("")
    } else {
      at = end + (sign === "\r" && text[end + 1] === "\n" ? 2 : 1)
      rows.push(row)
      row = []
      if (rows.length % 256 === 0) yield at / text.length
    }
  }
  if (row.length > 0) rows.push(row)
  return rows
}

const endsCell = (sign: string | undefined, delimiter: string): boolean =>
  sign === undefined || sign === delimiter || sign === "\n" || sign === "\r"

const plain = (text: string, begin: number, delimiter: string): readonly [string, number] => {
  let end = begin
  while (!endsCell(text[end], delimiter)) end++
  return [text.slice(begin, end), end]
}

const quoted = (text: string, begin: number, delimiter: string): readonly [string, number] => {
  for (let at = text.indexOf('"', begin + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++
    else if (endsCell(text[at + 1], delimiter))
      return [text.slice(begin + 1, at).replaceAll('""', '"'), at + 1]
    else break
  }
  return plain(text, begin, delimiter)
}
