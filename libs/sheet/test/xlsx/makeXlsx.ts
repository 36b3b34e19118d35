import { makeZip, type ZipPart } from "./makeZip.ts"

/** A sheet as its XML, or as rows of cells that are written the way Excel does: strings shared, the rest as given. */
export interface MadeSheet {
  readonly name?: string
  readonly state?: "hidden" | "veryHidden"
  /** What stands in `<sheetData>`. */
  readonly data?: string
  readonly rows?: ReadonlyArray<ReadonlyArray<string>>
  readonly before?: string
  readonly after?: string
  /** The whole part. */
  readonly xml?: string
}

export interface MadeWorkbook {
  readonly sheets: ReadonlyArray<MadeSheet>
  /** Inner XML of each `<si>`. */
  readonly strings?: ReadonlyArray<string>
  /** Inner XML of `<styleSheet>`. */
  readonly styles?: string
  readonly workbookPr?: string
  /** The namespaces and relationship types of ISO/IEC 29500 Strict. */
  readonly strict?: boolean
  /** Parts in place of those of the same name, and parts beside them; null takes one away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>
  readonly zip?: (parts: ReadonlyArray<ZipPart>) => ReadonlyArray<ZipPart>
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n`

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"

export const types = {
  sheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}

export const text = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** A workbook's parts and the archive of them, in the way that Excel writes both. */
export const makeXlsx = (made: MadeWorkbook): Buffer<ArrayBuffer> => {
  const strings = [...(made.strings ?? [])]
  const ns = made.strict ? strictMain : main
  const relations = made.strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const indexes = new Map<string, number>()
  const shared = (value: string) => {
    const index = indexes.get(value) ?? strings.push(`<t xml:space="preserve">${text(value)}</t>`) - 1
    indexes.set(value, index)
    return index
  }
  const dataOf = (rows: ReadonlyArray<ReadonlyArray<string>>) =>
    rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}" spans="1:${cells.length}">` +
          cells
            .map((cell, column) => {
              if (cell === "") return ""
              const reference = `${letters(column)}${row + 1}`
              return cell.startsWith("<c")
                ? cell.replace("<c", `<c r="${reference}"`)
                : `<c r="${reference}" t="s"><v>${shared(cell)}</v></c>`
            })
            .join("") +
          "</row>",
      )
      .join("")
  const sheetParts = made.sheets.map(
    (sheet) =>
      sheet.xml ??
      `${declaration}<worksheet xmlns="${ns}" xmlns:r="${relations}"><dimension ref="A1"/>${sheet.before ?? ""}` +
        `<sheetData>${sheet.data ?? dataOf(sheet.rows ?? [])}</sheetData>${sheet.after ?? ""}</worksheet>`,
  )
  const relationship = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`
  const relationships = (...all: ReadonlyArray<string>) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`
  const parts: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml":
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${types.workbook}"/>` +
      made.sheets
        .map(
          (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types.sheet}"/>`,
        )
        .join("") +
      "</Types>",
    "_rels/.rels": relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `${declaration}<workbook xmlns="${ns}" xmlns:r="${relations}">${made.workbookPr ?? "<workbookPr/>"}<sheets>` +
      made.sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
        )
        .join("") +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": relationships(
      ...made.sheets.map((_, at) =>
        relationship(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`),
      ),
      relationship("rIdS", "styles", "styles.xml"),
      relationship("rIdT", "sharedStrings", "sharedStrings.xml"),
    ),
    "xl/styles.xml": `${declaration}<styleSheet xmlns="${ns}">${made.styles ?? ""}</styleSheet>`,
    ...Object.fromEntries(sheetParts.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    "xl/sharedStrings.xml":
      `${declaration}<sst xmlns="${ns}" count="${strings.length}" uniqueCount="${strings.length}">` +
      strings.map((item) => `<si>${item}</si>`).join("") +
      "</sst>",
    ...made.parts,
  }
  const listed = Object.entries(parts).flatMap(([name, content]) =>
    content === null ? [] : [{ name, content }],
  )
  return makeZip(made.zip?.(listed) ?? listed)
}

/** The workbook with one sheet whose rows are these. */
export const table = (...rows: ReadonlyArray<ReadonlyArray<string>>): Buffer<ArrayBuffer> =>
  makeXlsx({ sheets: [{ rows }] })

/** The workbook whose only sheet has this in its `<sheetData>`, below a header of e-mail, name and phone. */
export const withRows = (
  data: string,
  made: Omit<MadeWorkbook, "sheets"> & Omit<MadeSheet, "data" | "rows"> = {},
) => {
  const cells = ["email", "name", "phone"].map((one) => `<c t="inlineStr"><is><t>${one}</t></is></c>`)
  return makeXlsx({ ...made, sheets: [{ ...made, data: `<row r="1">${cells.join("")}</row>${data}` }] })
}
