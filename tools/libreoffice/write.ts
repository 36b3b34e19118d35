import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { flatSheet, type FlatCell } from "./flatSheet.ts"
import { LibreOffice } from "./LibreOffice.ts"

/**
 * Has LibreOffice save a table in every way that fixtures read (`npm run libreoffice:write`; needs soffice). The files
 * are kept in `tools/fixtures/libreoffice`, so that tests need none.
 */
const folder = fileURLToPath(new URL("../fixtures/libreoffice/", import.meta.url))
mkdirSync(folder, { recursive: true })

const text: ReadonlyArray<ReadonlyArray<FlatCell>> = [
  ["E-post", "Förnamn", "Efternamn", "Telefon", "externalId"],
  ["asa.oberg@company.example", "Åsa", "Öberg", "+46 70 123 45 67", "007"],
  ["bo.ek@company.example", 'Bo "Bosse"', "Ek, Lund; Ås", "070-1", "1-2"],
  ["li@company.example", "李小龍 👩‍💻", "O'Brien", "", "=1+1"],
]

const typed: ReadonlyArray<ReadonlyArray<FlatCell>> = [
  ["email", "firstName", "lastName", "phone", "externalId"],
  ["a@company.example", "Anna", "Ek", { number: "701234567" }, { number: "7", style: "zeros" }],
  ["b@company.example", "Bo", "Ek", { number: "701000000000", style: "long" }, { date: "2026-03-02" }],
  ["c@company.example", { boolean: true }, { formula: `"A"&"B"`, text: "AB" }, "", { number: "3.5" }],
]

const csv = (delimiter: number, encoding: number) =>
  `csv:Text - txt - csv (StarCalc):${delimiter},34,${encoding},1`
const [utf8, windows1252, utf16] = [76, 1, 65535]

const locales = ["sv-SE", "en-US"]

for (const locale of locales) {
  const office = new LibreOffice(locale)
  const save = async (name: string, rows: typeof text, to: string) => {
    writeFileSync(`${folder}${name}`, await office.convert("people.fods", flatSheet(rows), to))
    console.log(name)
  }
  const language = locale.slice(0, 2)
  await save(`text-${language}.xlsx`, text, "xlsx:Calc MS Excel 2007 XML")
  await save(`typed-${language}.xlsx`, typed, "xlsx:Calc MS Excel 2007 XML")
  await save(`text-${language}.ods`, text, "ods")
  await save(`text-${language}.xls`, text, "xls:MS Excel 97")
  await save(`text-comma-${language}.csv`, text, csv(44, utf8))
  await save(`text-semicolon-${language}.csv`, text, csv(59, utf8))
  await save(`text-tab-utf16-${language}.csv`, text, csv(9, utf16))
  await save(`text-semicolon-1252-${language}.csv`, text.slice(0, 3), csv(59, windows1252))
  await save(`typed-semicolon-${language}.csv`, typed, csv(59, utf8))
  office.remove()
}
