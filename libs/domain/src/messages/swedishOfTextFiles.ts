import type { Issue } from "../model/Issue.ts"
import { listed, type TextFileTexts } from "./IssueTexts.ts"

const delimiters: Readonly<Record<string, string>> = {
  ",": "komma",
  ";": "semikolon",
  "\t": "tabb",
  "|": "lodstreck",
}

const nameOf = ({ details }: Issue, key: string): string => delimiters[String(details[key])] ?? ""

const rowsOf = ({ details: { from, to } }: Issue): string =>
  from === to ? `Rad ${from} utelämnades` : `Raderna ${from} till ${to} utelämnades`

export const swedishOfTextFiles: TextFileTexts = {
  "csv.quote_not_closed": ({ row }) => [
    `Ett citattecken som öppnas på rad ${row} stängs aldrig.`,
    'Stäng citatet; skriv ett citattecken inuti citerad text två gånger: "".',
  ],
  "csv.quote_misplaced": () => [
    "Ett citattecken står där inget får stå.",
    'Sätt hela cellen inom citattecken och dubbla varje citattecken inuti: "".',
  ],
  "csv.delimiter_unsure": (issue) => [
    `Filen lästes med ${nameOf(issue, "delimiter")} mellan cellerna, men ${nameOf(issue, "other")} passar nästan lika bra.`,
    "Kontrollera att kolumnerna stämmer. Om inte, välj filen igen och ange under ”Välj kolumnerna…” hur den ska läsas.",
  ],
  "csv.preamble": (issue) => [`${rowsOf(issue)}, eftersom rubrikraden kommer efter: "${issue.value}".`, null],
  "csv.footer": (issue) => [`${rowsOf(issue)} som slutet på en rapport: "${issue.value}".`, null],
  "csv.header_repeated": (issue) => [
    `Rubrikraden kommer igen och utelämnades (på rad ${listed(issue, "rows")}).`,
    null,
  ],
  "csv.other_table": ({ row, value }) => [
    `En annan tabell börjar på rad ${row} och lästes inte: "${value}".`,
    "Om dess rader också avses, lägg varje tabell i en egen fil.",
  ],
}
