import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isBlank } from "../src/blank.ts"
import { CsvMachine } from "../src/CsvMachine.ts"
import type { Grammar } from "../src/Grammar.ts"
import type { Delimiter, Quote } from "../src/Sheet.ts"
import { defaultLimits, type SheetLimits } from "../src/SheetLimits.ts"

const plain: Grammar = { delimiter: ",", quote: "double", backslash: false }

const read = (text: string, options: Partial<SheetLimits & Grammar> & { piece?: number } = {}) => {
  const machine = new CsvMachine({ ...plain, ...options }, { ...defaultLimits, ...options }, 1)
  const piece = options.piece ?? text.length
  for (let at = 0; at < text.length; at += piece) machine.push(text.slice(at, at + piece))
  machine.end()
  return { rows: machine.take(), refusal: machine.refusal }
}

const cells = (text: string, delimiter: Delimiter = ",") =>
  read(text, { delimiter }).rows.map((row) => row.cells)

describe("CsvMachine", () => {
  it.each([
    [
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a\rb\r\nc\nd", [["a"], ["b"], ["c"], ["d"]]],
    ["a\n\rb", [["a"], [""], ["b"]]],
    [",", [["", ""]]],
    [
      "a,\n,b",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ['""', [[""]]],
    ['"",""\n', [["", ""]]],
    ['"a,b","c\r\nd","e""f"', [["a,b", "c\r\nd", 'e"f']]],
    ['""""', [['"']]],
    ['"""a"""', [['"a"']]],
    [" a , b ", [[" a ", " b "]]],
    ["", []],
    ["\n", [[""]]],
  ])("reads %j", (text, expected) => {
    for (const piece of [1, 2, 3, 100]) {
      const { rows, refusal } = read(text, { piece })
      expect(rows.map((row) => row.cells)).toEqual(expected)
      expect(rows.flatMap((row) => row.issues)).toEqual([])
      expect(refusal).toBe(null)
    }
  })

  it("parts cells by its own delimiter only", () => {
    expect(cells('a;"b;c";d,e\tf', ";")).toEqual([["a", "b;c", "d,e\tf"]])
    expect(cells("a;b\tc", "\t")).toEqual([["a;b", "c"]])
  })

  it("leaves out blanks around quotes", () => {
    for (const piece of [1, 2, 3, 100]) {
      const { rows } = read('x , "a" ,\t"b,c"\u00a0\r\n  "d"  ', { piece })
      expect(rows.map((row) => [row.cells, row.issues])).toEqual([
        [["x ", "a", "b,c"], []],
        [["d"], []],
      ])
    }
  })

  it.each<[Quote, boolean, string, ReadonlyArray<string>]>([
    ["single", false, "'a,b','c''d','e\"f'", ["a,b", "c'd", 'e"f']],
    ["single", true, "'a\\'b','c\\\\','\\d'", ["a'b", "c\\", "\\d"]],
    ["typographic", false, "“a,b”,„c,d“,”e,f”,«g,h»", ["a,b", "c,d", "e,f", "g,h"]],
    ["typographic", false, '“a””b”,"c', ["a”b", '"c']],
    ["double", true, '"a \\"b\\", c","d""e"', ['a "b", c', 'd"e']],
    ["none", false, `"a,b",'c'`, ['"a', 'b"', "'c'"]],
  ])("reads %s quotes (backslash: %j) in %j", (quote, backslash, text, expected) => {
    for (const piece of [1, 2, 3, 100]) {
      const { rows, refusal } = read(text, { quote, backslash, piece })
      expect(rows).toEqual([{ row: 1, cells: expected, issues: [] }])
      expect(refusal).toBe(null)
    }
  })

  it("numbers rows as a spreadsheet does: a quoted line break starts none, a blank row is one", () => {
    const { rows } = read('a\n"b\r\nb\nb"\n\n\nc')
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, "a"],
      [2, "b\r\nb\nb"],
      [3, ""],
      [4, ""],
      [5, "c"],
    ])
  })

  it.each([
    ['x,a"b,y', 'a"b'],
    ['x,"a"b,y', '"a"b'],
    ['x,"a""a" b"c,y', '"a""a" b"c'],
    ['x,"a" b,y', '"a" b'],
    ['x,b "a",y', 'b "a"'],
    ['x, "a" "b",y', '"a" "b"'],
  ])("keeps the misplaced quote of %j and reports it once", (text, cell) => {
    for (const piece of [1, 2, 100]) {
      const { rows } = read(`${text}\nnext,"row",reads\n`, { piece })
      expect(rows.map((row) => row.cells)).toEqual([
        ["x", cell, "y"],
        ["next", "row", "reads"],
      ])
      expect(rows[0]!.issues).toEqual([
        { code: "csv.quote_misplaced", severity: "error", row: 1, columnIndex: 1, value: cell, details: {} },
      ])
    }
  })

  it("refuses a quote that the end of the text leaves open, by the row and line where it opened", () => {
    const { rows, refusal } = read('a,b\n"c\r\nc",d\ne,"f\ng,h\n')
    expect(rows.length).toBe(2)
    expect(refusal).toEqual({
      code: "csv.quote_not_closed",
      severity: "error",
      row: 3,
      columnIndex: 1,
      value: "f\ng,h\n",
      details: { line: 4 },
    })
  })

  it("refuses a quote that the quote of a later row closes, as the rows between would be lost", () => {
    const { rows, refusal } = read('a,b\n"c,d\ne,"f"\ng,h\n')
    expect(rows.map((row) => row.cells)).toEqual([["a", "b"]])
    expect(refusal).toMatchObject({ code: "csv.quote_not_closed", row: 2, details: { line: 2 } })
  })

  it("stops looking for a closing quote after 16 times the length of a row", () => {
    const limits = { maxRowLength: 10, maxCellLength: 5 }
    expect(read(`"${"x".repeat(160)}"`, limits).refusal).toBe(null)
    for (const piece of [1, 7, 200]) {
      expect(read(`"${"x".repeat(161)}"`, { ...limits, piece }).refusal?.code).toBe("csv.quote_not_closed")
    }
  })

  it("cuts a cell that is too long, counts all of it and reads on", () => {
    const long = "x".repeat(40_000)
    for (const text of [long, `"${long}"`]) {
      for (const piece of [1, 1000, 100_000]) {
        const { rows } = read(`a,${text},b\nc,d,e`, { piece })
        expect(rows.map((row) => row.cells)).toEqual([
          ["a", "x".repeat(100), "b"],
          ["c", "d", "e"],
        ])
        expect(rows[0]!.issues).toMatchObject([
          { code: "cell.too_long", columnIndex: 1, details: { limit: 32_768, found: 40_000 } },
        ])
      }
    }
  })

  it("takes a cell of just the longest length whole", () => {
    const { rows } = read("x".repeat(32_768))
    expect(rows[0]).toMatchObject({ cells: ["x".repeat(32_768)], issues: [] })
  })

  it("does not cut a character in two", () => {
    const { rows } = read(`${"x".repeat(99)}🙂${"x".repeat(40_000)}`)
    expect(rows[0]!.cells).toEqual(["x".repeat(99)])
  })

  it("reports a row that is too long though none of its cells is", () => {
    const { rows } = read("aaaa,bbbb,cccc\nd", { maxRowLength: 10 })
    expect(rows[0]).toMatchObject({ cells: ["aaaa", "bbbb", "cccc"], issues: [{ code: "row.too_long" }] })
    expect(rows[0]!.issues[0]!.details).toEqual({ limit: 10, found: 15 })
    expect(rows[1]!.issues).toEqual([])
  })

  it("refuses one column too many as soon as it ends, and keeps the rows before", () => {
    const machine = new CsvMachine(plain, { ...defaultLimits, maxColumns: 3 }, 1)
    machine.push("a,b,c\nd,e,f,")
    expect(machine.refusal).toBe(null)
    machine.push("g,")
    expect(machine.refusal).toMatchObject({ code: "file.too_many_columns", row: 2, details: { limit: 3 } })
    expect(machine.take().map((row) => row.cells)).toEqual([["a", "b", "c"]])
  })

  it("counts rows that are not blank as it would make them, from any place on", () => {
    const sign = fc.constantFrom("a", "Å", '"', "'", "”", "\\", ",", "\r", "\n", " ", "\u00a0")
    fc.assert(
      fc.property(
        fc.string({ unit: sign, maxLength: 40 }),
        fc.constantFrom<Quote>("double", "single", "typographic", "none"),
        fc.boolean(),
        fc.nat({ max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (text, quote, backslash, from, piece) => {
          const made = read(text, { quote, backslash, piece })
          fc.pre(made.refusal === null)
          const machine = new CsvMachine({ ...plain, quote, backslash }, defaultLimits, 1)
          machine.push(text.slice(0, from))
          machine.countOn()
          for (let at = from; at < text.length; at += piece) machine.push(text.slice(at, at + piece))
          machine.end()
          const rows = machine.take().filter(({ cells }) => !isBlank(cells)).length
          expect(rows + machine.countedRows).toBe(made.rows.filter(({ cells }) => !isBlank(cells)).length)
        },
      ),
      {
        numRuns: 2000,
        examples: [
          ['""""', "double", false, 0, 1],
          ['"\\ "', "double", true, 0, 1],
        ],
      },
    )
  })

  it("makes no row of those that it counts", () => {
    const machine = new CsvMachine(plain, defaultLimits, 1)
    machine.push("a,b\nc,")
    machine.countOn()
    machine.push('d\n"e\nf",g\n\n,\nh')
    machine.end()
    expect(machine.take().map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ])
    expect(machine.countedRows).toBe(2)
  })

  it("reads any cells back, however they are quoted and rows are ended, in pieces of any size", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "Å", "🙂", '"', "'", "”", "\\", ",", ";", "\t", "|", "\r", "\n", " ", "\0"),
      maxLength: 6,
    })
    const quoted = fc.record({ cell, always: fc.boolean() })
    const row = fc.record({
      cells: fc.array(quoted, { minLength: 2, maxLength: 4 }),
      end: fc.constantFrom("\r\n", "\n", "\r"),
    })
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 5 }),
        fc.constantFrom<Delimiter>(",", ";", "\t", "|"),
        fc.constantFrom<readonly [Quote, string]>(["double", '"'], ["single", "'"], ["typographic", "”"]),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (rows, delimiter, [quote, sign], backslash, piece) => {
          const written = (cell: string) =>
            backslash
              ? cell.replaceAll("\\", "\\\\").replaceAll(sign, `\\${sign}`)
              : cell.replaceAll(sign, sign + sign)
          const textOf = ({ cell, always }: { cell: string; always: boolean }) =>
            always || /["'”\r\n]/.test(cell) || cell.includes(delimiter) ? sign + written(cell) + sign : cell
          const text = rows.map(({ cells, end }) => cells.map(textOf).join(delimiter) + end).join("")
          const outcome = read(text, { delimiter, quote, backslash, piece })
          expect(outcome.refusal).toBe(null)
          expect(outcome.rows).toEqual(
            rows.map(({ cells }, at) => ({ row: at + 1, cells: cells.map(({ cell }) => cell), issues: [] })),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  it("reads the same whether signs are found in the text at once or bit by bit", () => {
    const line = fc.constantFrom(
      "a,b\r\n",
      "ö,€\n",
      '"a, b",c\r',
      '"x""y",\n',
      '"a\nb",c\n',
      'a"b,c\n',
      ",\r\n",
      "\n",
      "1\n",
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), fc.nat(70_000), (lines, filler) => {
        const text = `${"f".repeat(Math.min(filler, 30_000) + 1)}\n${lines.join("").repeat(Math.ceil(filler / 40) + 1)}`
        const whole = read(text)
        expect(read(text, { piece: 1000 })).toEqual(whole)
        expect(read(text + text, { piece: text.length }).rows.length).toBe(2 * whole.rows.length)
      }),
      { numRuns: 60 },
    )
  })
})
