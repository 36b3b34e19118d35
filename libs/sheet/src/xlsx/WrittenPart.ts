import { promisify } from "node:util"
import { constants, crc32, deflateRaw } from "node:zlib"

const version = 20
/** What a part's sizes are stands behind it, and its name is UTF-8. */
const flags = 0x0808
const deflated = 8
/** 1 January 1980, the first day that an archive can name: the same content is the same archive. */
const day = 0x0021

const deflate = promisify<Buffer, { readonly finishFlush: number }, Buffer>(deflateRaw)

/** The last block of a Deflate stream, with nothing in it. */
const lastBlock = Buffer.from([0x03, 0x00])

/** A file inside an archive that is being written (PKWARE APPNOTE 6.3.10, 4.3). */
export class WrittenPart {
  private crc = 0
  private size = 0
  private compressed = 0

  private readonly name: Buffer
  private readonly offset: number

  /** `offset` is where the archive is when the part starts. */
  constructor(name: string, offset: number) {
    this.name = Buffer.from(name)
    this.offset = offset
  }

  start(): Buffer {
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(version, 4)
    header.writeUInt16LE(flags, 6)
    header.writeUInt16LE(deflated, 8)
    header.writeUInt16LE(day, 12)
    header.writeUInt16LE(this.name.length, 26)
    return Buffer.concat([header, this.name])
  }

  /** Compresses a piece by itself, off the main thread, to whole bytes: the pieces are one stream together. */
  async add(piece: string): Promise<Buffer> {
    const bytes = Buffer.from(piece)
    const compressed = await deflate(bytes, { finishFlush: constants.Z_FULL_FLUSH })
    this.crc = crc32(bytes, this.crc)
    this.size += bytes.length
    this.compressed += compressed.length
    return compressed
  }

  end(): Buffer {
    this.compressed += lastBlock.length
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50, 0)
    this.writeSizes(descriptor, 4)
    return Buffer.concat([lastBlock, descriptor])
  }

  /** How the archive's directory lists the part. */
  listing(): Buffer {
    const listing = Buffer.alloc(46)
    listing.writeUInt32LE(0x02014b50, 0)
    listing.writeUInt16LE(version, 4)
    listing.writeUInt16LE(version, 6)
    listing.writeUInt16LE(flags, 8)
    listing.writeUInt16LE(deflated, 10)
    listing.writeUInt16LE(day, 14)
    this.writeSizes(listing, 16)
    listing.writeUInt16LE(this.name.length, 28)
    listing.writeUInt32LE(this.offset, 42)
    return Buffer.concat([listing, this.name])
  }

  private writeSizes(bytes: Buffer, at: number): void {
    bytes.writeUInt32LE(this.crc, at)
    bytes.writeUInt32LE(this.compressed, at + 4)
    bytes.writeUInt32LE(this.size, at + 8)
  }
}
