import * as Stream from "effect/Stream"
import { SheetNotes } from "./SheetNotes.ts"
import { sheetText } from "./sheetText.ts"
import type { WorkbookToWrite } from "./WorkbookToWrite.ts"
import {
  contentTypes,
  coreProperties,
  customProperties,
  packageRelationships,
  sheetRelationships,
  workbookRelationships,
  workbookText,
} from "./workbookParts.ts"
import { stylesText } from "./stylesText.ts"
import { stampNames } from "./stamp.ts"
import { zipStream, type PartToWrite } from "./zipStream.ts"

/**
 * Writes tables as an XLSX workbook (ECMA-376, transitional), in a stream: every cell is text, in a column of the
 * format "text", so that no program takes it for a formula, a number or a date, nor what is typed in its place. The
 * header is frozen. `readXlsx` gives the same cells back, but for those of more than 32,767 characters, which no
 * spreadsheet program opens: they are cut.
 */
export const writeXlsx = <E, R>(workbook: WorkbookToWrite<E, R>): Stream.Stream<Uint8Array, E, R> =>
  Stream.suspend(() => archive(workbook))

const archive = <E, R>(workbook: WorkbookToWrite<E, R>): Stream.Stream<Uint8Array, E, R> => {
  const { sheets } = workbook
  const part = (name: string, text: string): PartToWrite => ({ name, text: Stream.make(text) })
  const written = sheets.map((sheet, at) => ({ sheet, number: at + 1, notes: new SheetNotes() }))
  return zipStream(
    [
      part("_rels/.rels", packageRelationships),
      part("docProps/core.xml", coreProperties(workbook.madeAt)),
      part("docProps/custom.xml", customProperties(stampOf(workbook))),
      part("xl/workbook.xml", workbookText(sheets)),
      part("xl/_rels/workbook.xml.rels", workbookRelationships(sheets.length)),
      part("xl/styles.xml", stylesText),
      ...written.map(({ sheet, number, notes }) => ({
        name: `xl/worksheets/sheet${number}.xml`,
        text: sheetText(sheet, sheets, notes),
      })),
    ],
    () => {
      const noted = written.filter(({ notes }) => notes.count > 0)
      const types = contentTypes(
        sheets.length,
        noted.map(({ number }) => number),
      )
      return [
        ...noted.flatMap(({ number, notes }) => [
          part(`xl/worksheets/_rels/sheet${number}.xml.rels`, sheetRelationships(number)),
          { name: `xl/comments${number}.xml`, text: Stream.fromIterable(notes.comments()) },
          { name: `xl/drawings/notes${number}.vml`, text: Stream.fromIterable(notes.shapes()) },
        ]),
        part("[Content_Types].xml", types),
      ]
    },
  )
}

const stampOf = ({ lists, madeAt }: Pick<WorkbookToWrite, "lists" | "madeAt">) =>
  lists === undefined
    ? {}
    : {
        [stampNames.madeAt]: madeAt.toISOString(),
        [stampNames.sheet]: lists.sheet,
        [stampNames.of]: lists.of,
      }
