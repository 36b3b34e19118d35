/** A file inside an archive, as the archive's directory lists it. */
export interface ZipEntry {
  readonly name: string
  /** Whether its content is compressed by Deflate, or stands as it is. */
  readonly deflated: boolean
  readonly crc: number
  /** What the directory says it inflates to; not to be relied on. */
  readonly size: number
  readonly compressed: Buffer
}
