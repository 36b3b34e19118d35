const sign = 0x1a

/** To so many a program filled up the last block of a file. */
const mostSigns = 128

/** Leaves out the signs (Ctrl-Z) that programs of DOS and CP/M put after the end of a text. */
export class DosEnd {
  private held = ""

  /** What of the text thus far is not held back as its end. */
  before(text: string): string {
    const all = this.held + text
    const least = Math.max(0, all.length - mostSigns)
    let end = all.length
    while (end > least && all.charCodeAt(end - 1) === sign) end--
    this.held = all.slice(end)
    return all.slice(0, end)
  }
}
