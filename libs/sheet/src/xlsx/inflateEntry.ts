import { crc32, createInflateRaw } from "node:zlib"
import type { InflateBudget } from "./InflateBudget.ts"
import { damaged } from "./XlsxFault.ts"
import type { ZipEntry } from "./ZipEntry.ts"

const pieceLength = 64 * 1024

/**
 * The content of an entry, piece by piece, each counted before it is handed over. Throws at the end if it is not what
 * the directory says it is. Whoever does not want the rest may stop.
 */
export async function* inflateEntry(entry: ZipEntry, budget: InflateBudget): AsyncGenerator<Buffer, void> {
  const { name, compressed } = entry
  let size = 0
  let crc = 0
  for await (const piece of entry.deflated ? inflated(entry) : stored(compressed)) {
    size += piece.length
    budget.spend(piece.length, size, compressed.length)
    crc = crc32(piece, crc)
    yield piece
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(name, "checksum")
}

function* stored(content: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < content.length; at += pieceLength) yield content.subarray(at, at + pieceLength)
}

async function* inflated({ name, compressed }: ZipEntry): AsyncGenerator<Buffer, void> {
  const inflate = createInflateRaw({ chunkSize: pieceLength })
  inflate.end(compressed)
  try {
    for await (const piece of inflate) yield piece as Buffer
  } catch {
    throw damaged(name, "zip")
  } finally {
    inflate.destroy()
  }
  if (inflate.bytesWritten !== compressed.length) throw damaged(name, "zip")
}
