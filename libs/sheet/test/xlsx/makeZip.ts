import { crc32, deflateRawSync } from "node:zlib"

/** A file to be put into an archive, and what the archive is to say of it that is not so. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  /** The compressed bytes, if they are not those of the content. */
  readonly compressed?: Uint8Array
  readonly claims?: {
    readonly size?: number
    readonly crc?: number
    readonly flags?: number
    readonly method?: number
    readonly localName?: string
    /** Where the directory says that the entry starts. */
    readonly offset?: number
    readonly extra?: Uint8Array
  }
}

const record = (
  length: number,
  ...fields: ReadonlyArray<readonly [at: number, bytes: 2 | 4, value: number]>
) => {
  const bytes = Buffer.alloc(length)
  for (const [at, size, value] of fields) bytes.writeUIntLE(value, at, size)
  return bytes
}

/** An archive as programs write it, but for what the parts claim. */
export const makeZip = (
  parts: ReadonlyArray<ZipPart>,
  end: { readonly count?: number; readonly comment?: string; readonly after?: string } = {},
): Buffer<ArrayBuffer> => {
  const pieces: Array<Buffer> = []
  const directory: Array<Buffer> = []
  let offset = 0
  for (const { name, content, stored, claims = {}, ...part } of parts) {
    const bytes = Buffer.from(content as string)
    const compressed = Buffer.from(part.compressed ?? (stored ? bytes : deflateRawSync(bytes)))
    const method = claims.method ?? (stored ? 0 : 8)
    const crc = claims.crc ?? crc32(bytes)
    const size = claims.size ?? bytes.length
    const flags = claims.flags ?? 0
    const extra = Buffer.from(claims.extra ?? [])
    const localName = Buffer.from(claims.localName ?? name)
    const local = Buffer.concat([
      record(
        30,
        [0, 4, 0x04034b50],
        [4, 2, 20],
        [6, 2, flags],
        [8, 2, stored ? 0 : 8],
        [14, 4, crc],
        [18, 4, compressed.length],
        [22, 4, size],
        [26, 2, localName.length],
      ),
      localName,
      compressed,
    ])
    const entryName = Buffer.from(name)
    directory.push(
      Buffer.concat([
        record(
          46,
          [0, 4, 0x02014b50],
          [4, 2, 20],
          [6, 2, 20],
          [8, 2, flags],
          [10, 2, method],
          [16, 4, crc],
          [20, 4, compressed.length],
          [24, 4, size],
          [28, 2, entryName.length],
          [30, 2, extra.length],
          [42, 4, claims.offset ?? offset],
        ),
        entryName,
        extra,
      ]),
    )
    pieces.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const comment = Buffer.from(end.comment ?? "")
  const count = end.count ?? parts.length
  return Buffer.concat([
    ...pieces,
    listed,
    record(
      22,
      [0, 4, 0x06054b50],
      [8, 2, count],
      [10, 2, count],
      [12, 4, listed.length],
      [16, 4, offset],
      [20, 2, comment.length],
    ),
    comment,
    Buffer.from(end.after ?? ""),
  ])
}
