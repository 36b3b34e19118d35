import { columnLetters } from "./cellReference.ts"
import { cellText, declaration } from "./xmlEscape.ts"

interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** More make spreadsheet programs slow to open the file; what they would say stands in the report's own columns. */
const maxNotes = 10_000

const author = "Muster"

/** The notes of a sheet: collected while its rows are written, and written after it. */
export class SheetNotes {
  private readonly notes: Array<Note> = []

  get count(): number {
    return this.notes.length
  }

  /** Keeps the note of a cell, in rows from 1 and columns from 0, unless there are too many already. */
  add(note: Note): void {
    if (this.notes.length < maxNotes) this.notes.push(note)
  }

  /** The notes as comments (ECMA-376 part 1, 18.7). */
  *comments(): Generator<string, void> {
    yield `${declaration}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${author}</author></authors><commentList>`
    yield* inPieces(this.notes, ({ row, column, text }) => {
      const reference = `${columnLetters(column)}${row}`
      return `<comment ref="${reference}" authorId="0"><text><t xml:space="preserve">${cellText(text)}</t></text></comment>`
    })
    yield "</commentList></comments>"
  }

  /** The boxes that they are shown in, which programs still take from VML (ECMA-376 part 4, 19). */
  *shapes(): Generator<string, void> {
    const blocks = Array.from({ length: Math.ceil((maxNotes + 1) / 1024) + 1 }, (_, at) => at + 1).join(",")
    yield (
      `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
      `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout>` +
      `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
    )
    yield* inPieces(this.notes, ({ row, column, text }, at) => {
      const height = 2 + Math.ceil(text.length / 36)
      const anchor = [column + 1, 15, row - 1, 4, column + 3, 60, row - 1 + height, 4].join(", ")
      return (
        `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
        `<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
        `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
      )
    })
    yield "</xml>"
  }
}

const atOnce = 200

function* inPieces(
  notes: ReadonlyArray<Note>,
  textOf: (note: Note, at: number) => string,
): Generator<string, void> {
  for (let from = 0; from < notes.length; from += atOnce) {
    yield notes
      .slice(from, from + atOnce)
      .map((note, at) => textOf(note, from + at))
      .join("")
  }
}
