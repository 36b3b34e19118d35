/** What ends a row, and what begins the value or text of a cell, whatever the prefix of their names. */
const sign = /<(?:(\/)(?:[\w.-]+:)?row|(?:[\w.-]+:)?[vt])(?=[\s/>])/g

/** How long the beginning of such a sign can be that a piece of text is cut off in, in characters. */
const longestSign = 64

/** Counts rows with any value in the XML of a worksheet, in pieces of any size, from any place in it on. */
export class RowTally {
  rows = 0

  private hasValue: boolean
  private tail: string

  /** What the place is in: whether its row had a value before it, and the text that ends there. */
  constructor(hasValue: boolean, before: string) {
    this.hasValue = hasValue
    const last = before.slice(-longestSign).lastIndexOf("<")
    this.tail = last === -1 ? "" : before.slice(-longestSign).slice(last)
    if (this.tail.includes(">")) this.tail = ""
  }

  push(text: string): void {
    const all = this.tail + text
    const last = all.lastIndexOf("<")
    const end = last !== -1 && all.length - last <= longestSign ? last : all.length
    this.tail = all.slice(end)
    for (const [, slash] of all.slice(0, end).matchAll(sign)) {
      if (slash === undefined) this.hasValue = true
      else this.endRow()
    }
  }

  private endRow(): void {
    if (this.hasValue) this.rows++
    this.hasValue = false
  }
}
