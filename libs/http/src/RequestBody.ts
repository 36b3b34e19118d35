import { Cause, Effect, Stream, type Pull } from "effect"
import { ContentDigest } from "./ContentDigest.ts"
import { RequestRefused } from "./RequestRefused.ts"

/**
 * The bytes of a request as they come in, read once and counted: what is declared about their number is not
 * relied on, but for a `Content-Digest`, which has to be right. A client has 10 s, and one more for each 10 kB; what
 * we take to work does not count. Reading on after a refusal is possible, so that the rest can be taken off the
 * connection.
 */
export class RequestBody {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  private readonly limit: number
  private readonly digest: ContentDigest
  private received = 0
  /** In milliseconds. */
  private waited = 0
  private isTooSlow = false

  /** `limit` is the most bytes taken; beyond it reading fails with `request.too_large`. */
  constructor(request: Request, limit: number) {
    this.reader = request.body?.getReader()
    this.limit = limit
    this.digest = new ContentDigest(request.headers)
  }

  /**
   * The next bytes, null after the last. A client that broke off is `request.malformed`, one that is too slow
   * `request.too_slow`; other content than was declared is `request.digest_mismatch`.
   */
  readonly next: Effect.Effect<Uint8Array | null, RequestRefused> = Effect.suspend(() => {
    const { reader } = this
    if (reader === undefined) return Effect.succeed(null)
    if (this.received > this.limit) return tooLarge
    if (this.isTooSlow) return tooSlow
    return Effect.flatMap(this.read(reader), ({ value }) => {
      if (value === undefined) return this.digest.matches() ? Effect.succeed(null) : otherContent
      this.received += value.length
      this.digest.update(value)
      return this.received > this.limit ? tooLarge : Effect.succeed(value)
    })
  })

  private read(reader: ReadableStreamDefaultReader<Uint8Array>) {
    const began = performance.now()
    return Effect.tryPromise({
      try: () => reader.read(),
      catch: () => new RequestRefused({ code: "request.malformed" }),
    }).pipe(
      Effect.timeoutOrElse({
        duration: Math.max(0, patience + this.received / slowest - this.waited),
        orElse: () => {
          this.isTooSlow = true
          return tooSlow
        },
      }),
      Effect.tap(() => Effect.sync(() => (this.waited += performance.now() - began))),
    )
  }

  /**
   * Takes the rest off the connection, unless it is more than 8 MiB or slow in coming, so that it can carry the next request. Left
   * there, the connection is cut half a second later, whatever is under way on it by then.
   */
  readonly drop: Effect.Effect<void> = Effect.promise(async () => {
    for (let dropped = 0; this.reader !== undefined && !this.isTooSlow && dropped <= mostDropped;) {
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

/** How long a client is waited for, in milliseconds, and how many bytes a millisecond it has to send after that. */
const patience = 10_000
const slowest = 10

const tooLarge = Effect.fail(new RequestRefused({ code: "request.too_large" }))
const tooSlow = Effect.fail(new RequestRefused({ code: "request.too_slow" }))
const otherContent = Effect.fail(new RequestRefused({ code: "request.digest_mismatch" }))

/** What `next` gives until it gives null. Ending the stream early leaves the rest to be read by `next`. */
export const streamOf = <E>(next: Effect.Effect<Uint8Array | null, E>): Stream.Stream<Uint8Array, E> => {
  const pull: Pull.Pull<readonly [Uint8Array], E> = Effect.flatMap(next, (bytes) =>
    bytes === null ? Cause.done() : Effect.succeed([bytes] as const),
  )
  return Stream.fromPull(Effect.succeed(pull))
}
