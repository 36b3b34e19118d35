import type { InflateBudget } from "./InflateBudget.ts"
import { inflateEntry } from "./inflateEntry.ts"
import { damaged } from "./XlsxFault.ts"
import { XmlReader, type XmlHandler } from "./XmlReader.ts"
import type { ZipEntry } from "./ZipEntry.ts"

/**
 * The text of an XML part in pieces: UTF-8, or UTF-16 with a byte order mark (what ECMA-376 part 2, 8.1.4 allows).
 * Throws at bytes that are not, and at another encoding declared.
 */
export async function* xmlText(entry: ZipEntry, budget: InflateBudget): AsyncGenerator<string, void> {
  const wrong = () => damaged(entry.name, "encoding")
  const decode = (decoder: TextDecoder, piece: Uint8Array, stream: boolean) => {
    try {
      return decoder.decode(piece, { stream })
    } catch {
      throw wrong()
    }
  }
  let decoder: TextDecoder | null = null
  for await (const piece of inflateEntry(entry, budget)) {
    const encoding: string = decoder?.encoding ?? encodingOf(piece)
    const first = decoder === null
    decoder ??= new TextDecoder(encoding, { fatal: true })
    const text = decode(decoder, piece, true)
    const declared = first ? /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] : undefined
    if (declared !== undefined && !agrees(declared.toLowerCase(), encoding)) throw wrong()
    yield text
  }
  if (decoder !== null) yield decode(decoder, new Uint8Array(0), false)
}

/** Reads a whole XML part. */
export const readXml = async (
  entry: ZipEntry,
  budget: InflateBudget,
  namespaces: ReadonlyArray<string>,
  handler: XmlHandler,
): Promise<void> => {
  const reader = new XmlReader(entry.name, namespaces, handler)
  for await (const text of xmlText(entry, budget)) reader.push(text)
  reader.end()
}

const encodingOf = (head: Uint8Array) => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8"
}

const agrees = (declared: string, encoding: string): boolean =>
  encoding === "utf-8" ? /^(utf-?8|(us-)?ascii)$/.test(declared) : declared.startsWith("utf-16")
