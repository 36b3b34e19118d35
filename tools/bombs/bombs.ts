import { main, makeXlsx } from "../../libs/sheet/test/xlsx/makeXlsx.ts"
import { repeated } from "../../libs/sheet/test/xlsx/repeated.ts"
import { people, sheetPart, withData } from "../fixtures/workbook.ts"

/**
 * A small file that would become a large table, and the codes that it is refused with: more than one where it may be
 * stopped for the time it takes before what is wrong in it is reached.
 */
export interface Bomb {
  readonly what: string
  readonly codes: ReadonlyArray<string>
  readonly make: () => Uint8Array
}

const head = `<worksheet xmlns="${main}"><sheetData>`
const foot = `</sheetData></worksheet>`
const header = `<row>${["email", "firstName", "lastName"].map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join("")}</row>`

const megabyte = (unit: string) => unit.repeat(Math.ceil((1024 * 1024) / unit.length))

/** A workbook one part of which is these compressed bytes, with what the archive says of its size. */
const withPart = (name: string, compressed: Uint8Array, size: number): Buffer =>
  makeXlsx({
    sheets: people,
    zip: (parts) =>
      parts.map((part) => (part.name === name ? { ...part, compressed, claims: { size } } : part)),
  })

/** Rows that differ as often as it takes for twelve million of them to be 3.5 MB. */
const rowAt = (at: number) =>
  `<row><c t="b"><v>${at % 7 === 0 ? Math.floor(Math.sin(at) * 1e6) & 7 : 1}</v></c></row>`
const rowsAtOnce = 32_768
const millionRows = (times: number) => {
  const rows = Array.from({ length: rowsAtOnce }, (_, at) => rowAt(at)).join("")
  return withPart(sheetPart, repeated(head + header, rows, Math.ceil((times * 1e6) / rowsAtOnce), foot), 1)
}

export const bombs: ReadonlyArray<Bomb> = [
  {
    what: "one cell at the end of the sheet",
    codes: ["file.too_many_columns"],
    make: () => withData(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  },
  {
    what: "a cell of a gigabyte",
    codes: ["file.too_complex"],
    make: () =>
      withPart(
        sheetPart,
        repeated(`${head}<row><c t="inlineStr"><is><t>`, megabyte("A"), 1024, `</t></is></c></row>${foot}`),
        2 ** 30,
      ),
  },
  { what: "twelve million rows", codes: ["file.damaged", "file.too_complex"], make: () => millionRows(12) },
  {
    what: "a shared string of a gigabyte",
    codes: ["file.too_complex"],
    make: () =>
      withPart(
        "xl/sharedStrings.xml",
        repeated(`<sst xmlns="${main}"><si><t>`, megabyte("A"), 1024, "</t></si></sst>"),
        1,
      ),
  },
  {
    what: "a gigabyte of blanks between tags",
    codes: ["file.too_complex"],
    make: () => withPart(sheetPart, repeated(head, megabyte(" "), 1024, foot), 2 ** 30),
  },
  {
    what: "text of 19 MiB in one quoted cell",
    codes: ["csv.quote_not_closed"],
    make: () =>
      Buffer.concat([
        Buffer.from(`email,firstName,lastName\r\na@x.example,"`),
        Buffer.alloc(19 * 2 ** 20, "a"),
      ]),
  },
  {
    what: "text of 19 MiB of delimiters",
    codes: ["file.too_many_columns"],
    make: () => Buffer.concat([Buffer.from("email,firstName,lastName\r\n"), Buffer.alloc(19 * 2 ** 20, ",")]),
  },
  {
    what: "text of nine million rows",
    codes: ["file.too_many_rows"],
    make: () => Buffer.from(`email,firstName,lastName\r\n${"a\n".repeat(9_500_000)}`),
  },
]
