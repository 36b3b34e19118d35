import { findSigns, mostText, places } from "./findSigns.ts"

/** Whose signs are in `places`. */
let latest: SignsAhead | null = null

/** The signs in `places` that are ahead of a place in a text. */
export class SignsAhead {
  /** Which is the first of them, and which would be the one after the last. */
  next = 0
  end = 0
  /** What the offsets of the signs are counted from. */
  base = 0

  private text = ""
  private readonly delimiter: number
  private readonly quote: number

  /** Both are codes below 128. */
  constructor(delimiter: number, quote: number) {
    this.delimiter = delimiter
    this.quote = quote
  }

  /** Goes on to a place in a text, and finds the signs from there on if it has none of them. */
  lookFrom(text: string, from: number): void {
    if (latest !== this || this.text !== text || this.isPast(from)) {
      this.end = findSigns(text.slice(from, from + mostText), this.delimiter, this.quote)
      this.text = text
      this.base = from
      this.next = 0
      latest = this
    }
    while (this.next < this.end && this.at(this.next) < from) this.next++
  }

  at(sign: number): number {
    return this.base + (places[sign]! >>> 8)
  }

  code(sign: number): number {
    return places[sign]! & 0xff
  }

  /** Whether what is there is not, or no longer, among the signs ahead. */
  private isPast(from: number): boolean {
    return from >= this.base + mostText || (this.next > 0 && this.at(this.next - 1) >= from)
  }
}
