import { inflateRawSync } from "node:zlib"
import type { ZipPart } from "../../libs/sheet/test/xlsx/makeZip.ts"

/** The parts of an archive of ours, or null for what is none. It trusts the archive: that it is one, we know. */
export const unzip = (file: Buffer): ReadonlyArray<ZipPart> | null => {
  const end = file.lastIndexOf(Buffer.from("PK\x05\x06"))
  if (end < 0) return null
  const parts: Array<ZipPart> = []
  try {
    for (let at = file.readUInt32LE(end + 16); file.readUInt32LE(at) === 0x02014b50;) {
      const [nameLength, extraLength] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30)]
      const name = file.toString("utf8", at + 46, at + 46 + nameLength)
      const local = file.readUInt32LE(at + 42)
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      const compressed = file.subarray(start, start + file.readUInt32LE(at + 20))
      const stored = file.readUInt16LE(at + 10) === 0
      parts.push({ name, stored, content: stored ? compressed : inflateRawSync(compressed) })
      at += 46 + nameLength + extraLength
    }
  } catch {
    return null
  }
  return parts.length === 0 ? null : parts
}
