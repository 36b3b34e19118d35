import { sheetIssue, shorten, type SheetIssue } from "./SheetIssue.ts"

const sampleSize = 5

/** Words with letters outside ASCII, as they were read, for a person to judge whether the encoding was guessed right. */
export class EncodingSample {
  private readonly words: Array<string> = []
  private readonly rows: Array<number> = []

  add(row: number, cells: ReadonlyArray<string>): void {
    for (const cell of cells) {
      if (this.words.length === sampleSize) return
      for (const word of cell.match(/\S*[^\x00-\x7f]\S*/g) ?? []) {
        if (this.words.length === sampleSize || this.words.includes(word)) continue
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
