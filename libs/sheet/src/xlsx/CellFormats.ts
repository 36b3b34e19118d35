import { spreadsheetNamespaces } from "./namespaces.ts"
import { builtInFormat, numberFormat, type NumberFormat } from "./NumberFormat.ts"
import { tooComplex } from "./XlsxFault.ts"
import type { XlsxPackage } from "./XlsxPackage.ts"
import { readXml } from "./xmlText.ts"

/** More than spreadsheet programs let a workbook have. */
const maxFormats = 100_000

/** How each cell style of a workbook shows numbers. A workbook may have no styles, and a cell none. */
export class CellFormats {
  private readonly own = new Map<number, NumberFormat>()
  private readonly styles: Array<NumberFormat> = []

  static async read(parts: XlsxPackage, part: string | undefined): Promise<CellFormats> {
    const formats = new CellFormats()
    if (part === undefined) return formats
    let within = ""
    await readXml(parts.part(part), parts.budget, spreadsheetNamespaces, {
      open: (name, attributes, depth) => {
        if (depth === 2) within = name
        if (depth !== 3) return
        if (formats.own.size + formats.styles.length > maxFormats) throw tooComplex("styles", maxFormats)
        const id = Number(attributes.get("numFmtId") ?? 0)
        if (within === "numFmts") formats.own.set(id, numberFormat(attributes.get("formatCode") ?? ""))
        if (within === "cellXfs") formats.styles.push(formats.own.get(id) ?? builtInFormat(id))
      },
    })
    return formats
  }

  /** The format of a cell by its `s`. */
  of(style: string | undefined): NumberFormat {
    return this.styles[Number(style ?? 0)] ?? "other"
  }
}
