import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { WrittenPart } from "./WrittenPart.ts"

/** A file to be put into an archive: its name and its text, piece by piece. */
export interface PartToWrite<E = never, R = never> {
  readonly name: string
  readonly text: Stream.Stream<string, E, R>
}

/**
 * Writes an archive as it goes: one part after the other, of which no more is held than the piece at hand. What parts
 * are to follow is asked when the first ones are written. Runs once.
 */
export const zipStream = <E, R>(
  parts: ReadonlyArray<PartToWrite<E, R>>,
  following: () => ReadonlyArray<PartToWrite>,
): Stream.Stream<Uint8Array, E, R> => {
  const written: Array<WrittenPart> = []
  let offset = 0
  const counted = (bytes: Buffer): Uint8Array => {
    offset += bytes.length
    return bytes
  }
  const streamOf = <E, R>({ name, text }: PartToWrite<E, R>): Stream.Stream<Uint8Array, E, R> =>
    Stream.suspend(() => {
      const part = new WrittenPart(name, offset)
      written.push(part)
      const content = Stream.mapEffect(text, (piece) =>
        Effect.map(
          Effect.promise(() => part.add(piece)),
          counted,
        ),
      )
      return Stream.sync(() => counted(part.start())).pipe(
        Stream.concat(content),
        Stream.concat(Stream.sync(() => counted(part.end()))),
      )
    })
  return Stream.flatMap(Stream.fromIterable(parts), streamOf).pipe(
    Stream.concat(Stream.suspend(() => Stream.flatMap(Stream.fromIterable(following()), streamOf))),
    Stream.concat(Stream.sync((): Uint8Array => directory(written, offset))),
  )
}

const directory = (parts: ReadonlyArray<WrittenPart>, offset: number): Buffer => {
  const listed = Buffer.concat(parts.map((part) => part.listing()))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([listed, end])
}
