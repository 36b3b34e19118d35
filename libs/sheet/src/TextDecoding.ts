import type { DialectReasons, Encoding } from "./Sheet.ts"
import { completeUtf8, invalidUtf8At } from "./utf8.ts"
import { decodeUtf16 } from "./utf16.ts"
import { decodeWindows1252, unassignedWindows1252At } from "./windows1252.ts"

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const lenientUtf8 = new TextDecoder("utf-8", { ignoreBOM: true })

const none = new Uint8Array(0)

/**
 * Turns the bytes of a file, in pieces of any size, into text, and never puts U+FFFD for what it cannot read.
 *
 * A byte order mark decides the encoding. Without one the text is UTF-8; at the first byte that is not, it is read on
 * as Windows-1252 if all before it was ASCII. Anything else is a `fault`. An encoding that was chosen stands.
 */
export class TextDecoding {
  encoding: Encoding
  /** By what the encoding is known. */
  reason: DialectReasons["encoding"]
  /** The offset in the file of the first byte that cannot be read, once there is one. Nothing is read after it. */
  fault: number | null = null
  /** How many bytes of the file are read, a byte order mark included. */
  offset: number
  private canBeWindows1252: boolean
  private held: Uint8Array = none

  /** `head` is the start of the file, at least 4 bytes if it has them. Decode it from `offset` on. */
  constructor(head: Uint8Array, chosen?: Encoding) {
    const [marked, length] = byteOrderMark(head)
    this.encoding = chosen ?? marked ?? "utf-8"
    this.reason = chosen !== undefined ? "chosen" : marked !== null ? "mark" : "sound"
    this.canBeWindows1252 = this.reason === "sound"
    this.offset = this.encoding === marked ? length : 0
  }

  /**
   * Decodes the next bytes, the last ones with `last`. Calls `onText` with text that is not empty, twice where the
   * encoding changes in between: `encoding` is that of the text being handed over.
   */
  decode(bytes: Uint8Array, last: boolean, onText: (text: string) => void): void {
    if (this.fault !== null) return
    const joined = this.held.length === 0 ? bytes : concat(this.held, bytes)
    this.held = none
    if (this.encoding === "utf-8") return this.decodeUtf8(joined, last, onText)
    if (this.encoding === "windows-1252") return this.decodeWindows1252(joined, onText)
    this.hand(decodeUtf16(joined, this.encoding === "utf-16le"), onText)
    this.offset += joined.length & ~1
    if (joined.length % 2 === 0) return
    if (last) this.fault = this.offset
    this.held = joined.slice(-1)
  }

  private decodeUtf8(bytes: Uint8Array, last: boolean, onText: (text: string) => void): void {
    const complete = last ? bytes.length : completeUtf8(bytes)
    const text = decodeStrictly(bytes.subarray(0, complete))
    if (text !== null) {
      if (text.length !== complete) this.canBeWindows1252 = false
      this.hand(text, onText)
      this.offset += complete
      this.held = bytes.slice(complete)
      return
    }
    const invalid = invalidUtf8At(bytes)
    const before = utf8.decode(bytes.subarray(0, invalid))
    this.hand(before, onText)
    this.offset += invalid
    if (!this.canBeWindows1252 || before.length !== invalid) {
      this.fault = this.offset
      return
    }
    this.encoding = "windows-1252"
    this.reason = "guessed"
    this.decodeWindows1252(bytes.subarray(invalid), onText)
  }

  private decodeWindows1252(bytes: Uint8Array, onText: (text: string) => void): void {
    const unassigned = unassignedWindows1252At(bytes)
    const readable = unassigned === -1 ? bytes : bytes.subarray(0, unassigned)
    this.hand(decodeWindows1252(readable), onText)
    this.offset += readable.length
    if (unassigned !== -1) this.fault = this.offset
  }

  private hand(text: string, onText: (text: string) => void): void {
    if (text !== "") onText(text)
  }
}

/**
 * Whether bytes hold so many NULs (three, and one byte in ten) that they are no text in an encoding that is read
 * without a byte order mark: UTF-16 or UTF-32 without one, or no text at all.
 */
export const isBinary = (head: Uint8Array): boolean => {
  if (byteOrderMark(head)[0] !== null) return isUtf32(head)
  const nuls = head.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0)
  return nuls >= 3 && nuls * 10 >= head.length
}

const isUtf32 = (head: Uint8Array) => head[0] === 0xff && head[2] === 0 && head[3] === 0

const byteOrderMark = (head: Uint8Array): readonly [Encoding | null, length: number] => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return ["utf-8", 3]
  if (head[0] === 0xff && head[1] === 0xfe) return ["utf-16le", 2]
  if (head[0] === 0xfe && head[1] === 0xff) return ["utf-16be", 2]
  return [null, 0]
}

/** A strict decoder reads all bytes twice, and so is asked only where a lenient one may have put U+FFFD. */
const decodeStrictly = (bytes: Uint8Array): string | null => {
  const text = lenientUtf8.decode(bytes)
  if (!text.includes("\ufffd")) return text
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

const concat = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}
