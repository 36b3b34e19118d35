import { damaged, tooComplex, unsafe, XlsxFault } from "./XlsxFault.ts"
import type { ZipEntry } from "./ZipEntry.ts"

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const end64LocatorSignature = 0x07064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

const endLength = 22
const entryLength = 46
const localLength = 30

const encrypted = 0x0001
const utf8Name = 0x0800

/** What a number is given as when it stands in the ZIP64 extra field instead. */
const elsewhere16 = 0xffff
const elsewhere32 = 0xffffffff

/**
 * The entries of a ZIP archive by its central directory (PKWARE APPNOTE 6.3.10, ZIP64 included), by lower-case name.
 *
 * Throws where two readers could take the archive for different things: entries that share bytes or a name, a local
 * header that disagrees with the directory, bytes after the end; and where a name is a path that leads elsewhere.
 */
export const zipDirectory = (file: Buffer, maxParts: number): ReadonlyMap<string, ZipEntry> => {
  const { count, offset, end } = findEnd(file)
  if (count > maxParts) throw tooComplex("parts", maxParts)
  const entries = new Map<string, ZipEntry>()
  const spans: Array<readonly [start: number, end: number]> = []
  let at = offset
  for (let index = 0; index < count; index++) {
    if (at + entryLength > end || file.readUInt32LE(at) !== entrySignature) throw broken()
    const length =
      entryLength + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    if (at + length > end) throw broken()
    const { entry, span } = readEntry(file, at, offset)
    const key = entry.name.toLowerCase()
    if (entries.has(key)) throw unsafe("entry_twice")
    entries.set(key, entry)
    spans.push(span)
    at += length
  }
  if (at !== end) throw broken()
  spans.sort(([a], [b]) => a - b)
  spans.forEach(([start], index) => {
    if (start < (spans[index - 1]?.[1] ?? 0)) throw unsafe("entries_overlap")
  })
  return entries
}

const broken = () => damaged("", "zip")

/** Where the directory starts and ends, and how many entries it has. */
const findEnd = (file: Buffer) => {
  for (let at = file.length - endLength; at >= Math.max(0, file.length - endLength - 0xffff); at--) {
    if (file.readUInt32LE(at) !== endSignature) continue
    if (at + endLength + file.readUInt16LE(at + 20) !== file.length) continue
    const count = file.readUInt16LE(at + 10)
    const length = file.readUInt32LE(at + 12)
    const offset = file.readUInt32LE(at + 16)
    if (count === elsewhere16 || length === elsewhere32 || offset === elsewhere32) return findEnd64(file, at)
    if (file.readUInt16LE(at + 8) !== count || offset + length !== at) throw broken()
    return { count, offset, end: at }
  }
  throw broken()
}

const findEnd64 = (file: Buffer, end: number) => {
  const locator = end - 20
  if (locator < 0 || file.readUInt32LE(locator) !== end64LocatorSignature) throw broken()
  const at = large(file, locator + 8)
  if (at + 56 > locator || file.readUInt32LE(at) !== end64Signature) throw broken()
  const count = large(file, at + 32)
  const offset = large(file, at + 48)
  if (large(file, at + 24) !== count || offset + large(file, at + 40) !== at) throw broken()
  return { count, offset, end: at }
}

const large = (file: Buffer, at: number): number => {
  const value = file.readBigUInt64LE(at)
  if (value > BigInt(file.length)) throw broken()
  return Number(value)
}

const readEntry = (file: Buffer, at: number, directory: number) => {
  const flags = file.readUInt16LE(at + 8)
  const method = file.readUInt16LE(at + 10)
  if (flags & encrypted) throw new XlsxFault({ code: "file.encrypted" })
  if (method !== 0 && method !== 8) throw broken()
  const nameLength = file.readUInt16LE(at + 28)
  const rawName = file.subarray(at + entryLength, at + entryLength + nameLength)
  const name = rawName.toString(flags & utf8Name ? "utf8" : "latin1").replaceAll("\\", "/")
  if (isPathElsewhere(name)) throw unsafe("entry_name")

  const extra = file.subarray(
    at + entryLength + nameLength,
    at + entryLength + nameLength + file.readUInt16LE(at + 30),
  )
  const [size, length, local] = sizes(extra, [
    file.readUInt32LE(at + 24),
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 42),
  ])
  if (local + localLength > directory || file.readUInt32LE(local) !== localSignature) throw broken()
  const localName = file.subarray(local + localLength, local + localLength + file.readUInt16LE(local + 26))
  if (!localName.equals(rawName) || file.readUInt16LE(local + 8) !== method) throw unsafe("entry_disguised")
  const start = local + localLength + localName.length + file.readUInt16LE(local + 28)
  if (start + length > directory) throw broken()

  const compressed = file.subarray(start, start + length)
  const entry: ZipEntry = { name, deflated: method === 8, crc: file.readUInt32LE(at + 16), size, compressed }
  return { entry, span: [local, start + length] as const }
}

/** Uncompressed size, compressed size and offset, each from the ZIP64 extra field where it stands there. */
const sizes = (extra: Buffer, given: readonly [number, number, number]): [number, number, number] => {
  const wide: Array<number> = []
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2))
    for (let field = at + 4; field + 8 <= end; field += 8) wide.push(Number(extra.readBigUInt64LE(field)))
  }
  return given.map((value) => (value === elsewhere32 ? (wide.shift() ?? value) : value)) as [
    number,
    number,
    number,
  ]
}

const isPathElsewhere = (name: string): boolean =>
  name === "" || /^\/|^[A-Za-z]:|[\0-\x1f\x7f]/.test(name) || name.split("/").includes("..")
