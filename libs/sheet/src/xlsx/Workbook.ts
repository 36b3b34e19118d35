import { CellFormats } from "./CellFormats.ts"
import { findWorkbook, macros } from "./findWorkbook.ts"
import { relationshipIds, spreadsheetNamespaces } from "./namespaces.ts"
import { SharedStrings } from "./SharedStrings.ts"
import { damaged, tooComplex } from "./XlsxFault.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"
import { XlsxPackage } from "./XlsxPackage.ts"
import { readXml } from "./xmlText.ts"

/** A sheet of cells that the workbook shows or hides. */
export interface WorkbookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** What cells of any sheet are understood by. */
export interface Workbook {
  readonly parts: XlsxPackage
  readonly sheets: ReadonlyArray<WorkbookSheet>
  readonly strings: SharedStrings
  readonly formats: CellFormats
  readonly from1904: boolean
}

const maxSheets = 1024

/** Opens a file as a workbook: everything but the rows. Throws where it is something else, or damaged. */
export const openWorkbook = async (file: Buffer, limits: XlsxLimits): Promise<Workbook> => {
  const parts = new XlsxPackage(file, limits)
  const workbook = await findWorkbook(parts)
  const related = await parts.relationships(workbook)
  if (related.some(({ kind }) => /\/(vbaProject|xlMacrosheet|xlIntlMacrosheet)$/i.test(kind))) throw macros()

  const sheets: Array<WorkbookSheet> = []
  let from1904 = false
  await readXml(parts.part(workbook), parts.budget, spreadsheetNamespaces, {
    open: (element, attributes, depth) => {
      if (depth === 2 && element === "workbookPr") from1904 = isTrue(attributes.get("date1904"))
      if (depth !== 3 || element !== "sheet") return
      const id = attributes.getIn(relationshipIds, "id")
      const target = related.find((one) => one.id === id)
      if (target === undefined) throw damaged(workbook, "content")
      if (target.kind !== "worksheet") return
      if (sheets.length === maxSheets) throw tooComplex("parts", maxSheets)
      const state = attributes.get("state")
      const hidden = state === "hidden" || state === "veryHidden"
      sheets.push({ name: attributes.get("name") ?? "", hidden, part: target.target })
    },
  })
  const part = (kind: string) => related.find((one) => one.kind === kind)?.target
  const strings = await SharedStrings.read(parts, part("sharedStrings"), limits)
  const formats = await CellFormats.read(parts, part("styles"))
  return { parts, sheets, strings, formats, from1904 }
}

/** Whether an attribute is a true boolean (XML Schema part 2, 3.2.2). */
export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true"
