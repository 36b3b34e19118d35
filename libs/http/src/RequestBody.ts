import { Cause, Effect, Stream, type Pull } from "effect"
import { RequestRefused } from "./RequestRefused.ts"

/**
 * The bytes of a request as they come in, read once and counted: what is declared about their number is not
 * relied on. Reading on after a refusal is possible, so that the rest can be taken off the connection.
 */
export class RequestBody {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  private readonly limit: number
  private received = 0

  /** `limit` is the most bytes taken; beyond it reading fails with `request.too_large`. */
  constructor(request: Request, limit: number) {
    this.reader = request.body?.getReader()
    this.limit = limit
  }

  /** The next bytes, null after the last. A client that broke off is `request.malformed`. */
  readonly next: Effect.Effect<Uint8Array | null, RequestRefused> = Effect.suspend(() => {
    const { reader } = this
    if (reader === undefined) return Effect.succeed(null)
    if (this.received > this.limit) return tooLarge
    return Effect.flatMap(
      Effect.tryPromise({
        try: () => reader.read(),
        catch: () => new RequestRefused({ code: "request.malformed" }),
      }),
      ({ value }) => {
        this.received += value?.length ?? 0
        return this.received > this.limit ? tooLarge : Effect.succeed(value ?? null)
      },
    )
  })

  /**
   * Takes the rest off the connection, unless it is more than 8 MiB, so that it can carry the next request. Left
   * there, the connection is cut half a second later, whatever is under way on it by then.
   */
  readonly drop: Effect.Effect<void> = Effect.promise(async () => {
    for (let dropped = 0; this.reader !== undefined && dropped <= mostDropped;) {
      const { value } = await this.reader.read().catch(() => ({ value: undefined }))
      if (value === undefined) return
      dropped += value.length
    }
  })

  /** Everything, at once. */
  readonly whole: Effect.Effect<Uint8Array, RequestRefused> = Effect.map(
    Effect.suspend(() => Stream.runCollect(streamOf(this.next))),
    (pieces) => new Uint8Array(Buffer.concat(pieces)),
  )
}

const mostDropped = 8 * 1024 * 1024

const tooLarge = Effect.fail(new RequestRefused({ code: "request.too_large" }))

/** What `next` gives until it gives null. Ending the stream early leaves the rest to be read by `next`. */
export const streamOf = <E>(next: Effect.Effect<Uint8Array | null, E>): Stream.Stream<Uint8Array, E> => {
  const pull: Pull.Pull<readonly [Uint8Array], E> = Effect.flatMap(next, (bytes) =>
    bytes === null ? Cause.done() : Effect.succeed([bytes] as const),
  )
  return Stream.fromPull(Effect.succeed(pull))
}
