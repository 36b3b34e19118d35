import { deepStrictEqual, ok, strictEqual } from "node:assert"
import { Random } from "../fuzz/Random.ts"
import { unzip } from "../fuzz/unzip.ts"
import { prepareServer } from "../fixtures/prepareServer.ts"
import { startServer } from "../fixtures/startServer.ts"
import { LibreOffice } from "./LibreOffice.ts"
import { nastyCell } from "./nastyCell.ts"
import { download, upload } from "./uploads.ts"

/**
 * `npm run libreoffice:check`: has LibreOffice open what Muster writes and save it again, and Muster read that. Needs
 * soffice; no other command does.
 */
console.log(LibreOffice.version())
const server = await startServer({ MUSTER_MAX_ROWS: "20000" })
const database = `databases/${await prepareServer(server)}`

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const formulas = (flat: string) => count(flat, /table:formula=/g)

const passed = (claim: string) => console.log(`ok  ${claim}`)

/** The texts of a part of a workbook of ours. */
const part = (workbook: Buffer, name: RegExp) =>
  (unzip(workbook) ?? [])
    .filter((one) => name.test(one.name))
    .map(({ content }) => Buffer.from(content as string).toString())

for (const locale of ["sv-SE", "en-US"]) {
  const office = new LibreOffice(locale)
  const opened = async (name: string, bytes: Buffer) => (await office.convert(name, bytes, "fods")).toString()
  const saved = (name: string, bytes: Buffer) => office.convert(name, bytes, "xlsx:Calc MS Excel 2007 XML")

  const template = await download(server, `${database}/imports/template?format=xlsx`)
  const flat = await opened("template.xlsx", template)
  strictEqual(formulas(flat), 0)
  strictEqual(count(flat, /<table:content-validation /g), 2)
  strictEqual(count(flat, /cell-content-is-in-list\(/g), 2)
  const filled = await upload(server, database, await saved("template.xlsx", template))
  strictEqual(filled.rows.length, 1)
  deepStrictEqual(filled.rows, (await upload(server, database, template)).rows)
  passed(
    `${locale}: the example file of a database opens with two lists to choose from, and comes back as it was`,
  )

  const wrong = [
    "email,firstName,lastName,phone",
    "nobody,Åsa,=1+1,070",
    "a@company.example,,Ek,x",
    "a@company.example,Bo,Ek,",
  ].join("\r\n")
  const mistakes = await upload(server, "platform", Buffer.from(wrong))
  const report = await download(server, `platform/imports/${mistakes.id}/report?rows=all&format=xlsx`)
  const notes = count(part(report, /comments\d*\.xml$/).join(), /<comment /g)
  const marks = await opened("report.xlsx", report)
  strictEqual(formulas(marks), 0)
  ok(notes > 3)
  strictEqual(count(marks, /<office:annotation /g), notes)
  const filledStyles = [
    ...marks.matchAll(
      /<style:style style:name="(ce\d+)"[^>]*>(?:(?!<\/style:style>)[^])*fo:background-color="#/g,
    ),
  ]
  ok(
    filledStyles.some(
      ([, style]) => count(marks, new RegExp(`<table:table-cell table:style-name="${style}"`, "g")) > 0,
    ),
  )
  const again = await upload(server, "platform", await saved("report.xlsx", report))
  deepStrictEqual(again.rows, mistakes.rows)
  passed(
    `${locale}: a report opens with its ${notes} notes and its marks, without a formula, and comes back as it was`,
  )

  for (const format of ["xlsx", "csv"]) {
    const users = await download(server, `platform/users/download?format=${format}`)
    strictEqual(formulas(await opened(`users.${format}`, users)), 0)
  }
  passed(`${locale}: all users, as a workbook and as text, open without a formula`)

  const random = new Random(20261126)
  const columns = ["lastName", "c1", "c2", "c3", "c4", "c5", "c6", "c7"]
  const cells = Array.from({ length: 12_500 }, () => columns.map(() => nastyCell(random)))
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const text = [
    ["email", "firstName", ...columns],
    ...cells.map((row, at) => [`p${at}@company.example`, "Per", ...row]),
  ]
  const first = await upload(
    server,
    "platform",
    Buffer.from(text.map((row) => row.map(quoted).join(",")).join("\r\n")),
  )
  strictEqual(first.rows.length, cells.length)
  const all = await download(server, `platform/imports/${first.id}/report?rows=all&format=xlsx`)
  strictEqual(formulas(await opened("all.xlsx", all)), 0)
  const second = await upload(server, "platform", await saved("all.xlsx", all))
  deepStrictEqual(second.rows, first.rows)
  const csv = await download(server, `platform/imports/${first.id}/report?rows=all&format=csv`)
  strictEqual(formulas(await opened("all.csv", csv)), 0)
  const third = await upload(server, "platform", csv)
  deepStrictEqual(third.rows, first.rows)
  passed(
    `${locale}: ${cells.length * columns.length} cells come back as they were, and none is a formula on the way`,
  )
  office.remove()
}
await server.stop()
