import { damaged, XlsxFault } from "./XlsxFault.ts"
import type { XlsxPackage } from "./XlsxPackage.ts"

/** The name of the part that is the workbook. Throws, with what the archive is instead, if it is no XLSX file. */
export const findWorkbook = async (parts: XlsxPackage): Promise<string> => {
  if (parts.find("[Content_Types].xml") === undefined) throw otherArchive(parts)
  const [document] = (await parts.relationships("")).filter(({ kind }) => kind === "officeDocument")
  if (document === undefined)
    throw parts.find("xl/workbook.xml") ? damaged("_rels/.rels", "missing") : foreign("zip")
  const type = await parts.contentType(document.target)
  if (type.includes("sheet.binary")) throw unsupported("xlsb")
  if (type.includes("wordprocessingml") || type.includes("ms-word")) throw foreign("docx")
  if (type.includes("presentationml") || type.includes("ms-powerpoint")) throw foreign("pptx")
  if (type.includes("macroenabled")) throw macros()
  if (!type.includes("spreadsheetml.sheet.main") && !type.includes("spreadsheetml.template.main")) {
    throw foreign("zip")
  }
  return document.target
}

/** The file holds programs. They would never run here, but a file that people hand on is not to bring them along. */
export const macros = (): XlsxFault => new XlsxFault({ code: "file.macros" })

const unsupported = (found: string) => new XlsxFault({ code: "file.format_unsupported", details: { found } })

const foreign = (found: string) => new XlsxFault({ code: "file.type_mismatch", details: { found } })

const otherArchive = (parts: XlsxPackage): XlsxFault => {
  // OpenDocument 1.3 part 2, 3.3: the first entry is `mimetype`, not compressed.
  const mimetype = parts.find("mimetype")
  const type = mimetype?.deflated === false ? mimetype.compressed.toString("latin1", 0, 100) : ""
  if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return unsupported("ods")
  if (parts.find("Index/Document.iwa") || parts.find("Index.zip")) return unsupported("numbers")
  return foreign("zip")
}
