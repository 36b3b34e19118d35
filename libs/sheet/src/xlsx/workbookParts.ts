import type { SheetToWrite } from "./WorkbookToWrite.ts"
import { declaration, xmlEscape } from "./xmlEscape.ts"

const office = "http://schemas.openxmlformats.org/officeDocument/2006"
const packages = "http://schemas.openxmlformats.org/package/2006"
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"

const numbers = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, at) => at + 1)

/** What kind of part each one is (ECMA-376 part 2, 7.2.3): of so many sheets, those with notes by their numbers. */
export const contentTypes = (sheets: number, noted: ReadonlyArray<number>): string =>
  `${declaration}<Types xmlns="${packages}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
  override("xl/workbook.xml", `${spreadsheet}.sheet.main+xml`) +
  override("xl/styles.xml", `${spreadsheet}.styles+xml`) +
  override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
  override("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml") +
  numbers(sheets)
    .map((one) => override(`xl/worksheets/sheet${one}.xml`, `${spreadsheet}.worksheet+xml`))
    .join("") +
  noted.map((one) => override(`xl/comments${one}.xml`, `${spreadsheet}.comments+xml`)).join("") +
  "</Types>"

const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`

const relationships = (...all: ReadonlyArray<readonly [type: string, target: string]>): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  all
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join("") +
  "</Relationships>"

export const packageRelationships = relationships(
  [`${office}/relationships/officeDocument`, "xl/workbook.xml"],
  [`${packages}/relationships/metadata/core-properties`, "docProps/core.xml"],
  [`${office}/relationships/custom-properties`, "docProps/custom.xml"],
)

export const workbookRelationships = (sheets: number): string =>
  relationships(
    ...numbers(sheets).map(
      (one) => [`${office}/relationships/worksheet`, `worksheets/sheet${one}.xml`] as const,
    ),
    [`${office}/relationships/styles`, "styles.xml"],
  )

/** Where the notes of the sheet of that number are; `sheetText` names the second. */
export const sheetRelationships = (sheet: number): string =>
  relationships(
    [`${office}/relationships/comments`, `../comments${sheet}.xml`],
    [`${office}/relationships/vmlDrawing`, `../drawings/notes${sheet}.vml`],
  )

export const workbookText = (sheets: ReadonlyArray<Pick<SheetToWrite, "name">>): string =>
  `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}/relationships">` +
  `<bookViews><workbookView activeTab="0"/></bookViews><sheets>` +
  sheets
    .map(({ name }, at) => `<sheet name="${xmlEscape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join("") +
  "</sheets></workbook>"

export const coreProperties = (madeAt: Date): string =>
  `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `<dc:creator>Muster</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt.toISOString()}</dcterms:created></cp:coreProperties>`

export const customProperties = (properties: Readonly<Record<string, string>>): string =>
  `${declaration}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">` +
  Object.entries(properties)
    .map(
      ([name, value], at) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${xmlEscape(name)}"><vt:lpwstr>${xmlEscape(value)}</vt:lpwstr></property>`,
    )
    .join("") +
  "</Properties>"
