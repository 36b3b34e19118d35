import { shorten } from "./SheetIssue.ts"

/** How much is kept of a cell that is too long, in characters. */
const keptLength = 100

/** A cell that comes in pieces. Of one that is too long 100 characters are kept while the rest goes by. */
export class CellInHand {
  text = ""
  /** Of all of it, in characters. */
  length = 0
  /** Whether a quote stands in it where none can. */
  misplaced = false

  private readonly kept: number
  private readonly longest: number

  constructor(longest: number) {
    this.kept = Math.min(keptLength, longest)
    this.longest = longest
  }

  get isTooLong(): boolean {
    return this.length > this.longest
  }

  get isEmpty(): boolean {
    return this.length === 0 && !this.misplaced
  }

  add(text: string, from: number, to: number): void {
    this.length += to - from
    if (!this.isTooLong) {
      this.text = this.text === "" ? text.slice(from, to) : this.text + text.slice(from, to)
    } else if (this.text.length !== this.kept + 1) {
      const most = this.kept + 1
      this.text = (this.text + text.slice(from, Math.min(to, from + most))).slice(0, most)
    }
  }

  /** Puts other text in its place, which is as it stands in the file. */
  replace(text: string): void {
    this.text = text
    this.length = Math.max(this.length, text.length)
    this.misplaced = true
  }

  clear(): void {
    this.text = ""
    this.length = 0
    this.misplaced = false
  }

  /** What is kept of the cell. */
  shown(): string {
    return this.isTooLong ? shorten(this.text, this.kept) : this.text
  }
}
