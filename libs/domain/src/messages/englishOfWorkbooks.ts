import { changesOf, listed, momentOf, type WorkbookTexts } from "./IssueTexts.ts"

const typed = "Format the cells as text, and type anew what they should say."
const fresh = "Copy the table alone into a new workbook, save that as XLSX, and choose it."

/** What content is that is no table. */
const contents: Readonly<Record<string, string>> = {
  xlsx: "a workbook",
  ods: "a workbook",
  xls: "a workbook",
  zip: "an archive",
  gzip: "a compressed file",
  pdf: "a PDF document",
  html: "a web page",
  docx: "a text document",
  pptx: "a presentation",
  ole: "a document of an old program",
}

const formats: Readonly<Record<string, readonly [name: string, remedy: string]>> = {
  xls: ["Excel 97-2003 (.xls)", "Open it in Excel and save it as Excel Workbook (.xlsx)."],
  xlsb: ["Excel Binary Workbook (.xlsb)", "Open it in Excel and save it as Excel Workbook (.xlsx)."],
  ods: ["OpenDocument (.ods)", "Open it in LibreOffice and save it as Excel 2007-365 (.xlsx)."],
  numbers: ["Numbers", "Open it in Numbers and choose File > Export To > Excel."],
}

const more = (count: number): string => (count > 5 ? ` and ${count - 5} more` : "")

export const englishOfWorkbooks: WorkbookTexts = {
  "file.type_mismatch": ({ details }) => [
    `The content is no table; it looks like ${contents[String(details.found)] ?? "something else"}.`,
    "Save the table as XLSX or CSV UTF-8 in your spreadsheet program and choose that file.",
  ],
  "file.format_unsupported": ({ details }) => {
    const [name, remedy] = formats[String(details.found)] ?? ["another program's", fresh]
    return [`The file is in the format ${name}, which is not read here.`, remedy]
  },
  "file.encrypted": () => [
    "The file is protected by a password and cannot be read.",
    "In Excel, choose File > Info > Protect Workbook > Encrypt with Password, empty the field, and save.",
  ],
  "file.macros": () => [
    "The file holds macros, which are not accepted.",
    "Save it as Excel Workbook (.xlsx), which keeps none, and choose that file.",
  ],
  "file.damaged": ({ details }) => [
    `The file is damaged${details.part ? ` (in ${details.part})` : ""} and cannot be read.`,
    "Open it in your spreadsheet program and save it as XLSX anew. If it does not open there either, start from the example file.",
  ],
  "file.unsafe": () => [
    "The file holds something that can do harm and that no spreadsheet program writes.",
    fresh,
  ],
  "file.too_complex": () => [
    "To read the file would take more time or memory than a file may.",
    "Copy the table alone into a new workbook and choose that, or save the table as CSV UTF-8.",
  ],
  "file.other_sheets": (issue) => [
    `The sheet "${issue.details.sheet}" was read. Sheets with such a table are also: ${listed(issue, "others")}.`,
    "If another one is meant, move it to the front, or save it as a file of its own.",
  ],
  "file.lists_outdated": (issue) => {
    const [renamed, gone, groupsGone, added] = changesOf(issue)
    const since = [
      renamed && `renamed or moved: ${listed(issue, "renamed")}${more(renamed)}`,
      gone && `closed or removed: ${listed(issue, "gone")}${more(gone)}`,
      groupsGone && `permission groups removed: ${listed(issue, "groupsGone")}${more(groupsGone)}`,
      added && `added: ${added}`,
    ]
    return [
      `The example file is of ${momentOf(issue)}. Since then: ${since.filter(Boolean).join("; ")}.`,
      "Ids count, so what was renamed or moved is right as it is. To choose from what there is now, download the example file anew.",
    ]
  },
  "file.lists_foreign": () => [
    "The example file was made for another database; its lists are of that one.",
    "If this is the database you mean, download its own example file.",
  ],
  "column.hidden": (_, column) => [
    `${column} is hidden in the spreadsheet, and was read.`,
    "If it is not meant to be imported, delete the column.",
  ],
  "column.numbers": (issue, column) => [
    `${column} holds numbers in place of text, in row ${listed(issue, "rows")}${Number(issue.details.count) > 5 ? " and others" : ""}, such as ${issue.value}. A spreadsheet drops the zeros and the + that a number starts with.`,
    "If any are missing, format the column as text and type them anew.",
  ],
  "row.hidden": () => [
    "The row is hidden in the spreadsheet, and was read.",
    "If it is not meant to be imported, delete the row.",
  ],
  "cell.formula": ({ details }, column) => [
    `${column} is a formula${details.formula && details.formula !== "=" ? ` (${details.formula})` : ""}.`,
    "Copy the cells and paste them as values only.",
  ],
  "cell.error": ({ value }, column) => [
    `${column} holds a spreadsheet error${value ? ` (${value})` : ""}.`,
    "Type in what the cell should say.",
  ],
  "cell.precision": ({ value }, column) => [
    `${column} is a number of more than 15 digits (${value}); a spreadsheet has lost the last of them.`,
    typed,
  ],
  "cell.date_in_text": ({ value }, column) => [
    `${column} is a date (${value}); spreadsheets make dates of texts such as 2-3.`,
    typed,
  ],
  "cell.merged": (issue) => [
    `Cells are merged into one: ${listed(issue, "cells")}. Only the first of each holds the text.`,
    "Unmerge them, and fill in every cell.",
  ],
}
