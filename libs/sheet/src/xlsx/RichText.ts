/** A text as it was read, and how long it really is: of one that is too long the start alone is kept. */
export interface ReadText {
  readonly text: string
  readonly length: number
}

/** In characters: how much is kept of a text that is too long. */
const keptLength = 100

/**
 * Joins the text of a string item (ECMA-376 part 1, CT_Rst): a plain `t`, or the `t` of each run. How it is
 * pronounced (`rPh`) is no part of it. Memory holds no more than a cell may have, however long the text.
 */
export class RichText {
  private kept = ""
  private length = 0
  private inText = false
  private phonetic = false

  private readonly maxLength: number

  constructor(maxLength: number) {
    this.maxLength = maxLength
  }

  start(): void {
    this.kept = ""
    this.length = 0
    this.inText = false
    this.phonetic = false
  }

  open(name: string): void {
    if (name === "rPh") this.phonetic = true
    else if (name === "t") this.inText = !this.phonetic
  }

  close(name: string): void {
    if (name === "rPh") this.phonetic = false
    else if (name === "t") this.inText = false
  }

  add(piece: string): void {
    if (this.inText) this.append(piece)
  }

  /** Adds text that stands in no run. */
  append(piece: string): void {
    this.length += piece.length
    if (this.length <= this.maxLength) this.kept += piece
    else if (this.kept.length !== keptLength) {
      this.kept = (this.kept + piece.slice(0, keptLength))
        .slice(0, keptLength)
        .replace(/[\ud800-\udbff]$/, "")
    }
  }

  take(): ReadText {
    const { kept, length } = this
    this.start()
    return { text: kept, length }
  }
}
