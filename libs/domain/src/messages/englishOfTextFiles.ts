import type { Issue } from "../model/Issue.ts"
import { listed, type TextFileTexts } from "./IssueTexts.ts"

const delimiters: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
}

const nameOf = ({ details }: Issue, key: string): string => delimiters[String(details[key])] ?? ""

const rowsOf = ({ details: { from, to } }: Issue): string =>
  from === to ? `Row ${from} was` : `Rows ${from} to ${to} were`

export const englishOfTextFiles: TextFileTexts = {
  "csv.quote_not_closed": ({ row }) => [
    `A double quote opened in row ${row} is never closed.`,
    'Close the quote; write a quote inside quoted text twice: "".',
  ],
  "csv.quote_misplaced": () => [
    "A double quote stands where none may stand.",
    'Put the whole cell in double quotes and write each quote inside twice: "".',
  ],
  "csv.delimiter_unsure": (issue) => [
    `The file was read with ${nameOf(issue, "delimiter")} between its cells, but ${nameOf(issue, "other")} fit nearly as well.`,
    "Check that the columns are right. If not, choose the file again and say under “Choose the columns…” how it is read.",
  ],
  "csv.preamble": (issue) => [`${rowsOf(issue)} left out, as the header is below: "${issue.value}".`, null],
  "csv.footer": (issue) => [`${rowsOf(issue)} left out as the end of a report: "${issue.value}".`, null],
  "csv.header_repeated": (issue) => [
    `The header is there again and was left out (in row ${listed(issue, "rows")}).`,
    null,
  ],
  "csv.other_table": ({ row, value }) => [
    `Another table begins in row ${row} and was not read: "${value}".`,
    "If its rows are meant too, put each table in a file of its own.",
  ],
}
