import { changesOf, listed, momentOf, type WorkbookTexts } from "./IssueTexts.ts"

const typed = "Formatera cellerna som text och skriv om det som ska stå där."
const fresh = "Kopiera bara tabellen till en ny arbetsbok, spara den som XLSX och välj den."

/** Vad innehåll är som inte är någon tabell. */
const contents: Readonly<Record<string, string>> = {
  xlsx: "en arbetsbok",
  ods: "en arbetsbok",
  xls: "en arbetsbok",
  zip: "ett arkiv",
  gzip: "en komprimerad fil",
  pdf: "ett PDF-dokument",
  html: "en webbsida",
  docx: "ett textdokument",
  pptx: "en presentation",
  ole: "ett dokument från ett gammalt program",
}

const formats: Readonly<Record<string, readonly [name: string, remedy: string]>> = {
  xls: ["Excel 97-2003 (.xls)", "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)."],
  xlsb: ["binär Excel-arbetsbok (.xlsb)", "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)."],
  ods: ["OpenDocument (.ods)", "Öppna den i LibreOffice och spara den som Excel 2007-365 (.xlsx)."],
  numbers: ["Numbers", "Öppna den i Numbers och välj Arkiv > Exportera till > Excel."],
}

const more = (count: number): string => (count > 5 ? ` och ${count - 5} till` : "")

export const swedishOfWorkbooks: WorkbookTexts = {
  "file.type_mismatch": ({ details }) => [
    `Innehållet är ingen tabell; det ser ut som ${contents[String(details.found)] ?? "något annat"}.`,
    "Spara tabellen som XLSX eller CSV UTF-8 i kalkylprogrammet och välj den filen.",
  ],
  "file.format_unsupported": ({ details }) => {
    const [name, remedy] = formats[String(details.found)] ?? ["från ett annat program", fresh]
    return [`Filen har formatet ${name}, som inte läses här.`, remedy]
  },
  "file.encrypted": () => [
    "Filen är skyddad med ett lösenord och kan inte läsas.",
    "Välj i Excel Arkiv > Info > Skydda arbetsbok > Kryptera med lösenord, töm fältet och spara.",
  ],
  "file.macros": () => [
    "Filen innehåller makron, och sådana tas inte emot.",
    "Spara den som Excel-arbetsbok (.xlsx), som inte har några, och välj den filen.",
  ],
  "file.damaged": ({ details }) => [
    `Filen är skadad${details.part ? ` (i ${details.part})` : ""} och kan inte läsas.`,
    "Öppna den i kalkylprogrammet och spara den som XLSX på nytt. Går den inte att öppna där heller, börja från exempelfilen.",
  ],
  "file.unsafe": () => [
    "Filen innehåller något som kan göra skada och som inget kalkylprogram skriver.",
    fresh,
  ],
  "file.too_complex": () => [
    "Att läsa filen skulle kräva mer tid eller minne än en fil får ta.",
    "Kopiera bara tabellen till en ny arbetsbok och välj den, eller spara tabellen som CSV UTF-8.",
  ],
  "file.other_sheets": (issue) => [
    `Bladet "${issue.details.sheet}" lästes. Sådana tabeller finns också på: ${listed(issue, "others")}.`,
    "Om ett annat avses, flytta det längst fram eller spara det som en egen fil.",
  ],
  "file.lists_outdated": (issue) => {
    const [renamed, gone, groupsGone, added] = changesOf(issue)
    const since = [
      renamed && `bytt namn eller plats: ${listed(issue, "renamed")}${more(renamed)}`,
      gone && `stängda eller borttagna: ${listed(issue, "gone")}${more(gone)}`,
      groupsGone && `borttagna behörighetsgrupper: ${listed(issue, "groupsGone")}${more(groupsGone)}`,
      added && `tillagda: ${added}`,
    ]
    return [
      `Exempelfilen är från ${momentOf(issue)}. Sedan dess: ${since.filter(Boolean).join("; ")}.`,
      "Det är id:t som räknas, så det som bytt namn eller plats är rätt som det är. Hämta exempelfilen på nytt för att välja bland det som finns nu.",
    ]
  },
  "file.lists_foreign": () => [
    "Exempelfilen är gjord för en annan databas; dess listor är från den.",
    "Om det är den här databasen du menar, hämta dess egen exempelfil.",
  ],
  "column.hidden": (_, column) => [
    `${column} är dold i kalkylbladet och lästes.`,
    "Om den inte ska importeras, ta bort kolumnen.",
  ],
  "column.numbers": (issue, column) => [
    `${column} har tal i stället för text, på rad ${listed(issue, "rows")}${Number(issue.details.count) > 5 ? " med flera" : ""}, till exempel ${issue.value}. Ett kalkylprogram tar bort nollor och + i början av ett tal.`,
    "Om några saknas, formatera kolumnen som text och skriv om dem.",
  ],
  "row.hidden": () => [
    "Raden är dold i kalkylbladet och lästes.",
    "Om den inte ska importeras, ta bort raden.",
  ],
  "cell.formula": ({ details }, column) => [
    `${column} är en formel${details.formula && details.formula !== "=" ? ` (${details.formula})` : ""}.`,
    "Kopiera cellerna och klistra in dem som enbart värden.",
  ],
  "cell.error": ({ value }, column) => [
    `${column} innehåller ett kalkylfel${value ? ` (${value})` : ""}.`,
    "Skriv in det som ska stå i cellen.",
  ],
  "cell.precision": ({ value }, column) => [
    `${column} är ett tal med fler än 15 siffror (${value}); kalkylprogrammet har tappat de sista.`,
    typed,
  ],
  "cell.date_in_text": ({ value }, column) => [
    `${column} är ett datum (${value}); kalkylprogram gör datum av text som 2-3.`,
    typed,
  ],
  "cell.merged": (issue) => [
    `Celler är sammanfogade: ${listed(issue, "cells")}. Bara den första av dem har texten.`,
    "Dela upp dem och fyll i varje cell.",
  ],
}
