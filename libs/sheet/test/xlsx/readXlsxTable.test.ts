import { describe, expect, it } from "vitest"
import { makeXlsx, table, withRows } from "./makeXlsx.ts"
import { readFileBytes } from "./readXlsxBytes.ts"

const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`

const cellsOf = async (bytes: Uint8Array, options = {}) => {
  const { rows, refusal } = await readFileBytes(bytes, options)
  expect(refusal).toEqual([])
  return rows.map(({ row, cells }) => [row, ...cells])
}

describe("the table", () => {
  it("has the rows below its header, by the numbers that the spreadsheet shows", async () => {
    expect(await readFileBytes(table(["email", "name"], ["a@x.se", "Anna"], [], ["b@x.se"]))).toEqual({
      header: ["email", "name"],
      dialect: { format: "xlsx", sheet: "Sheet1", lists: null },
      rows: [
        { row: 2, cells: ["a@x.se", "Anna"], issues: [] },
        { row: 4, cells: ["b@x.se", ""], issues: [] },
      ],
      warnings: [],
      refusal: [],
    })
  })

  it("is the same however the bytes come in", async () => {
    const bytes = table(["email", "name"], ["a@x.se", "Åsa"])
    const whole = await readFileBytes(bytes)
    for (const chunks of [1, 3, [1, 1000]]) expect(await readFileBytes(bytes, { chunks })).toEqual(whole)
  })

  it("may start further down and to the right, below what stands above it", async () => {
    const rows = [["Staff 2026"], [], ["", "as of March", ""], ["", "email", "name"], ["", "a@x.se", "Anna"]]
    const { header, rows: found } = await readFileBytes(table(...rows))
    expect([header, found.map(({ row, cells }) => [row, ...cells])]).toEqual([
      ["", "email", "name"],
      [[5, "", "a@x.se", "Anna"]],
    ])
  })

  it("has the header with the most known columns", async () => {
    const rows = [
      ["name", "of the list"],
      ["email", "name", "phone"],
      ["a@x.se", "Anna", "1"],
    ]
    expect(await cellsOf(table(...rows))).toEqual([[3, "a@x.se", "Anna", "1"]])
  })

  it("goes on past rows that are blank, however they are formatted", async () => {
    const blank = `<row r="3" s="1" customFormat="1"/><row r="4"><c r="A4" s="2"/><c r="ZZ4" s="2"/></row>`
    const bytes = withRows(
      `<row r="2">${cell("a")}</row>${blank}<row r="9">${cell(" ")}</row><row r="10">${cell("b")}</row>`,
    )
    expect(await cellsOf(bytes)).toEqual([
      [2, "a", "", ""],
      [10, "b", "", ""],
    ])
  })

  it("is read without the references that rows and cells may leave out", async () => {
    const bytes = withRows(
      `<row>${cell("a")}<c/>${cell("c")}</row><row r="7"><c r="B7" t="inlineStr"><is><t>b</t></is></c>${cell("c")}</row><row>${cell("d")}</row>`,
    )
    expect(await cellsOf(bytes)).toEqual([
      [2, "a", "", "c"],
      [7, "", "b", "c"],
      [8, "d", "", ""],
    ])
  })

  it("has its cells where they say they are, in any order", async () => {
    const at = (reference: string) => cell(reference).replace("<c", `<c r="${reference}"`)
    expect(await cellsOf(withRows(`<row r="2">${at("C2")}${at("A2")}</row>`))).toEqual([[2, "A2", "", "C2"]])
  })

  it("says what stands beside it", async () => {
    const { rows } = await readFileBytes(table(["email", "name"], ["a", "b", "", " note "]))
    expect(rows).toEqual([
      {
        row: 2,
        cells: ["a", "b"],
        issues: [
          {
            code: "row.extra_cells",
            severity: "error",
            row: 2,
            columnIndex: 3,
            value: " note ",
            details: { expected: 2, found: 4 },
          },
        ],
      },
    ])
  })

  it("says which row is too long", async () => {
    const { rows } = await readFileBytes(table(["email", "name"], ["a".repeat(30), "b"], ["c", "d"]), {
      limits: { maxRowLength: 20 },
    })
    expect(rows.map(({ issues }) => issues.map(({ code, details }) => [code, details]))).toEqual([
      [["row.too_long", { limit: 20, found: 33 }]],
      [],
    ])
  })

  it("may hold as many rows as the limit says, and one more is counted and refused", async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => [`p${at}@x.se`, "P"])
    const limits = { maxRows: 249 }
    const full = await readFileBytes(table(["email", "name"], ...rows(249)), { limits })
    expect([full.rows.length, full.refusal]).toEqual([249, []])
    const over = await readFileBytes(table(["email", "name"], ...rows(300)), { limits })
    expect(over.rows.length).toBe(249)
    expect(over.refusal).toMatchObject([{ code: "file.too_many_rows", details: { limit: 249, found: 300 } }])
  })

  it("counts rows far beyond the limit, blank ones not", async () => {
    const row = (at: number) => `<row>${cell(`p${at}@x.se`)}</row><row/><row><c s="1"/></row>`
    const rows = Array.from({ length: 9000 }, (_, at) => row(at)).join("")
    const { refusal } = await readFileBytes(withRows(rows), { limits: { maxRows: 249 } })
    expect(refusal).toMatchObject([{ code: "file.too_many_rows", details: { limit: 249, found: 9000 } }])
  })

  it.each([
    ["file.empty", "blank", table()],
    ["file.no_rows", "a header alone", table(["email", "name"])],
    ["header.missing", "without a known column", table(["one", "two"], ["1", "2"])],
    ["file.too_many_columns", "too wide", table(["email", ...Array.from({ length: 64 }, () => "x")], ["a"])],
  ])("is refused with %s if %s", async (code, _, bytes) => {
    expect((await readFileBytes(bytes)).refusal.map((issue) => issue.code)).toEqual([code])
  })
})

describe("what a spreadsheet hides or joins is told", () => {
  it("of rows, which are read", async () => {
    const { rows } = await readFileBytes(
      withRows(`<row r="2" hidden="1">${cell("a")}</row><row r="3">${cell("b")}</row>`),
    )
    expect(
      rows.map(({ row, issues }) => [row, issues.map(({ code, severity }) => [code, severity])]),
    ).toEqual([
      [2, [["row.hidden", "warning"]]],
      [3, []],
    ])
  })

  it("of columns, which are read", async () => {
    const before = `<cols><col min="2" max="3" width="9" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>`
    const { rows, warnings } = await readFileBytes(
      withRows(`<row r="2">${cell("a")}${cell("b")}</row>`, { before }),
    )
    expect(rows[0]?.cells).toEqual(["a", "b", ""])
    expect(warnings.map(({ code, columnIndex, severity }) => [code, columnIndex, severity])).toEqual([
      ["column.hidden", 1, "warning"],
      ["column.hidden", 2, "warning"],
    ])
  })

  it("of merged cells, whose first alone has the text", async () => {
    const after = `<mergeCells count="3"><mergeCell ref="A1:B1"/><mergeCell ref="B2:B3"/><mergeCell ref="X5:Y5"/></mergeCells>`
    const { rows, warnings } = await readFileBytes(
      withRows(`<row r="2">${cell("a")}${cell("b")}</row><row r="3">${cell("c")}</row>`, { after }),
    )
    expect(rows.map(({ cells }) => cells[1])).toEqual(["b", ""])
    expect(warnings).toMatchObject([
      { code: "cell.merged", severity: "warning", row: 2, details: { cells: ["B2:B3"], count: 1 } },
    ])
  })

  it("of columns with numbers, in which zeros in front may be lost", async () => {
    const number = (value: number) => `<c><v>${value}</v></c>`
    const rows = Array.from(
      { length: 9 },
      (_, at) => `<row r="${at + 2}">${cell("a")}${number(at + 7)}</row>`,
    )
    const { warnings } = await readFileBytes(withRows(rows.join("")))
    expect(warnings).toEqual([
      {
        code: "column.numbers",
        severity: "warning",
        row: null,
        columnIndex: 1,
        value: "7",
        details: { rows: ["2", "3", "4", "5", "6"], count: 9 },
      },
    ])
  })
})

describe("of several sheets", () => {
  const people = [
    ["email", "name"],
    ["a@x.se", "Anna"],
  ]
  const sheetOf = async (bytes: Uint8Array) => {
    const { dialect, warnings, refusal } = await readFileBytes(bytes)
    return [
      dialect?.format === "xlsx" ? dialect.sheet : null,
      ...[...warnings, ...refusal].map(({ code }) => code),
    ]
  }

  it("the first with a known header is read", async () => {
    const sheets = [
      { name: "Notes", rows: [["Read me"]] },
      { name: "Staff", rows: people },
      { name: "Empty" },
    ]
    expect(await sheetOf(makeXlsx({ sheets }))).toEqual(["Staff"])
  })

  it("the one with the most known columns is read", async () => {
    const sheets = [
      { name: "Lists", rows: [["name"], ["x"]] },
      { name: "Staff", rows: people },
    ]
    expect(await sheetOf(makeXlsx({ sheets }))).toEqual(["Staff"])
  })

  it("another as good is named", async () => {
    const sheets = [
      { name: "2025", rows: people },
      { name: "2026", rows: people },
    ]
    const { warnings } = await readFileBytes(makeXlsx({ sheets }))
    expect(warnings).toMatchObject([
      { code: "file.other_sheets", severity: "warning", details: { sheet: "2025", others: ["2026"] } },
    ])
  })

  it("a hidden one is not read", async () => {
    const sheets = [
      { name: "Old", state: "hidden" as const, rows: people },
      { name: "Older", state: "veryHidden" as const, rows: people },
      { name: "Now", rows: people },
    ]
    expect(await sheetOf(makeXlsx({ sheets }))).toEqual(["Now"])
    expect(await sheetOf(makeXlsx({ sheets: sheets.slice(0, 2) }))).toEqual([null, "file.empty"])
  })
})

describe("a sheet is refused as damaged", () => {
  it.each([
    ["with a row twice", `<row r="2">${cell("a")}</row><row r="2">${cell("b")}</row>`],
    ["with rows out of order", `<row r="3">${cell("a")}</row><row r="2">${cell("b")}</row>`],
    ["with a row past the last", `<row r="1048577">${cell("a")}</row>`],
    ["with a row that is no number", `<row r="2.5">${cell("a")}</row>`],
    ["with a cell twice", `<row r="2">${cell("a").replace("<c", '<c r="A2"').repeat(2)}</row>`],
    ["with a cell of another row", `<row r="2">${cell("a").replace("<c", '<c r="A3"')}</row>`],
    ["with a cell past the last", `<row r="2">${cell("a").replace("<c", '<c r="XFE2"')}</row>`],
    ["with a reference that is none", `<row r="2">${cell("a").replace("<c", '<c r="2A"')}</row>`],
  ])("%s", async (_, data) => {
    expect((await readFileBytes(withRows(data))).refusal.map(({ code }) => code)).toEqual(["file.damaged"])
  })
})
