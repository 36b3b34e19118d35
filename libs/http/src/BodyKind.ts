import { Effect, Result, Schema } from "effect"
import { createHash } from "node:crypto"
import type { NoJson } from "./Answer.ts"
import { expectations, invalid, strictly } from "./expectations.ts"
import type { ProblemCode } from "./problem.ts"
import { RequestBody } from "./RequestBody.ts"
import { RequestRefused } from "./RequestRefused.ts"

/** A way of reading request bodies, and what the API document says of it. */
export interface BodyKind<B> {
  /** By media type: the schema, or (for what is no JSON) the JSON schema. Null: no body is sent. */
  readonly content: Readonly<Record<string, Schema.Top | NoJson>> | null
  /** What reading it can be refused with. */
  readonly codes: ReadonlyArray<ProblemCode>
  /** Looks at the headers alone. */
  readonly open: (request: Request) => Effect.Effect<OpenBody<B>, RequestRefused>
}

export interface OpenBody<B> {
  /** The body as a value, with whatever part of it still streams. */
  readonly value: Effect.Effect<B, RequestRefused>
  /** Reads what is left, and answers the SHA-256 of all of the content in hexadecimal. */
  readonly digest: Effect.Effect<string, RequestRefused>
}

/** What any body can be refused with while it comes in. */
export const bodyCodes = [
  "request.malformed",
  "request.too_large",
  "request.too_slow",
  "request.digest_mismatch",
] as const

const maxJsonBytes = 1024 * 1024

/** A JSON body of at most 1 MiB, decoded by the schema; a key that the schema does not have is refused. */
export const jsonBody = <A, I>(schema: Schema.Codec<A, I>): BodyKind<A> => {
  const decode = Schema.decodeUnknownResult(schema, strictly)
  return {
    content: { "application/json": schema },
    codes: [...bodyCodes, "request.media_type_unsupported", "request.invalid"],
    open: (request) =>
      takes(request, ["application/json"])
        ? openBytes(request, (bytes) =>
            Effect.flatMap(parse(bytes), (input) =>
              Result.match(decode(input), {
                onSuccess: Effect.succeed,
                onFailure: (error) => Effect.fail(invalid(...expectations(error, "body"))),
              }),
            ),
          )
        : Effect.fail(new RequestRefused({ code: "request.media_type_unsupported" })),
  }
}

const emptyObject = Schema.decodeUnknownResult(Schema.Record(Schema.String, Schema.Never), strictly)

/** No body; an empty JSON object is as good. */
export const noBody: BodyKind<void> = {
  content: null,
  codes: [...bodyCodes, "request.invalid"],
  open: (request) =>
    openBytes(request, (bytes) =>
      bytes.length === 0
        ? Effect.void
        : Effect.flatMap(parse(bytes), (input) =>
            Result.isSuccess(emptyObject(input))
              ? Effect.void
              : Effect.fail(invalid({ in: "body", pointer: "", expected: "no body" })),
          ),
    ),
}

/** Whether the request's body is of one of the media types and not compressed. */
export const takes = (request: Request, mediaTypes: ReadonlyArray<string>): boolean =>
  mediaTypes.includes(mediaTypeOf(request)) &&
  /^(identity)?$/i.test(request.headers.get("content-encoding")?.trim() ?? "")

/** The media type of the body, without its parameters. */
export const mediaTypeOf = (request: Request): string =>
  (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? ""

const openBytes = <B>(request: Request, read: (bytes: Uint8Array) => Effect.Effect<B, RequestRefused>) =>
  Effect.gen(function* () {
    const body = new RequestBody(request, maxJsonBytes)
    const whole = yield* Effect.cached(Effect.tapError(body.whole, () => body.drop))
    return {
      value: Effect.flatMap(whole, read),
      digest: Effect.map(whole, (bytes) => createHash("sha256").update(bytes).digest("hex")),
    }
  })

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false })

const parse = (bytes: Uint8Array): Effect.Effect<unknown, RequestRefused> =>
  Effect.try({
    try: () => JSON.parse(utf8.decode(bytes)) as unknown,
    catch: () => new RequestRefused({ code: "request.malformed" }),
  })
