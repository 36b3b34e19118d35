import { spreadsheetNamespaces } from "./namespaces.ts"
import { RichText, type ReadText } from "./RichText.ts"
import { damaged, tooComplex } from "./XlsxFault.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"
import type { XlsxPackage } from "./XlsxPackage.ts"
import { readXml } from "./xmlText.ts"

/** What a string costs beside its bytes. */
const overhead = 8

/** The strings that cells share. They are kept as UTF-8 outside the heap, so that a million take little. */
export class SharedStrings {
  private bytes = Buffer.alloc(0)
  private used = 0
  private ends = new Uint32Array(0)
  private count = 0
  private readonly tooLong = new Map<number, number>()

  private readonly limits: XlsxLimits

  constructor(limits: XlsxLimits) {
    this.limits = limits
  }

  /** Reads the part; a workbook may have none. */
  static async read(
    parts: XlsxPackage,
    part: string | undefined,
    limits: XlsxLimits,
  ): Promise<SharedStrings> {
    const strings = new SharedStrings(limits)
    if (part === undefined) return strings
    const text = new RichText(limits.maxCellLength)
    await readXml(parts.part(part), parts.budget, spreadsheetNamespaces, {
      open: (name, _, depth) => (depth === 2 && name === "si" ? text.start() : text.open(name)),
      text: (piece) => text.add(piece),
      close: (name, depth) => {
        if (depth === 2 && name === "si") strings.add(text.take())
        else text.close(name)
      },
    })
    return strings
  }

  /** The string of that index; throws if there is none. */
  get(index: number, part: string): ReadText {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) throw damaged(part, "content")
    const text = this.bytes.toString("utf8", index === 0 ? 0 : this.ends[index - 1], this.ends[index])
    return { text, length: this.tooLong.get(index) ?? text.length }
  }

  private add({ text, length }: ReadText): void {
    const { maxSharedStrings } = this.limits
    const size = Buffer.byteLength(text)
    if (this.used + size + (this.count + 1) * overhead > maxSharedStrings) {
      throw tooComplex("strings", maxSharedStrings)
    }
    if (this.used + size > this.bytes.length) this.growBytes(this.used + size)
    if (this.count === this.ends.length) this.growEnds()
    this.used += this.bytes.write(text, this.used)
    this.ends[this.count] = this.used
    if (length !== text.length) this.tooLong.set(this.count, length)
    this.count++
  }

  private growBytes(needed: number): void {
    const larger = Buffer.alloc(Math.max(64 * 1024, needed, this.bytes.length * 2))
    this.bytes.copy(larger, 0, 0, this.used)
    this.bytes = larger
  }

  private growEnds(): void {
    const larger = new Uint32Array(Math.max(1024, this.ends.length * 2))
    larger.set(this.ends)
    this.ends = larger
  }
}
