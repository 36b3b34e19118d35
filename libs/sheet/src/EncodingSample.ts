import { sheetIssue, shorten, type SheetIssue } from "./SheetIssue.ts"

const sampleSize = 5
const beyondAscii = /[^\x00-\x7f]/

/** Words with letters outside ASCII, as they were read, for a person to judge whether the encoding was guessed right. */
export class EncodingSample {
  /** Whether the encoding is guessed. */
  isWanted = false

  private readonly words: Array<string> = []
  private readonly rows: Array<number> = []

  add(row: number, cells: ReadonlyArray<string>): void {
    for (const cell of cells) {
      if (this.words.length === sampleSize) return
      if (!beyondAscii.test(cell)) continue
      for (const word of cell.split(/\s+/)) {
        if (this.words.length === sampleSize) return
        if (!beyondAscii.test(word) || this.words.includes(word)) continue
        this.words.push(shorten(word, 40))
        this.rows.push(row)
      }
    }
  }

  /** `details.sample` holds the words, `details.sampleRows` the row of each, and `row` is that of the first. */
  issue(): SheetIssue {
    return sheetIssue({
      code: "file.encoding_guessed",
      severity: "warning",
      row: this.rows[0] ?? null,
      details: { encoding: "windows-1252", sample: this.words, sampleRows: this.rows.map(String) },
    })
  }
}
