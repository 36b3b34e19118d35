import type { SheetIssue } from "../SheetIssue.ts"

/** What an issue says beyond what is usual; `sheetIssue` makes an issue of it. */
export type Finding = Pick<SheetIssue, "code"> & Partial<SheetIssue>

/** Thrown where a file cannot be read on. */
export class XlsxFault extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(finding.code)
    this.finding = finding
  }
}

/** The file is not built as it should be; `part` is the part of it, and `fault` in a word what is wrong there. */
export const damaged = (
  part: string,
  fault: "zip" | "checksum" | "missing" | "encoding" | "xml" | "content",
): XlsxFault => new XlsxFault({ code: "file.damaged", details: { part: part.slice(0, 200), fault } })

/** The file holds what no spreadsheet program writes and somebody may have put there to do harm. */
export const unsafe = (
  found: "dtd" | "entry_name" | "entry_twice" | "entries_overlap" | "entry_disguised",
): XlsxFault => new XlsxFault({ code: "file.unsafe", details: { found } })

/** Reading the file would take more than a file may. */
export const tooComplex = (
  exceeded: "inflated" | "ratio" | "parts" | "strings" | "text" | "markup" | "styles" | "time" | "memory",
  limit: number,
): XlsxFault => new XlsxFault({ code: "file.too_complex", details: { exceeded, limit } })
