import { Cause, Effect, Schema, Stream } from "effect"
import { attachment } from "./attachment.ts"
import { examples } from "./examples.ts"
import { jsonReply, type Reply } from "./Reply.ts"
import type { Services } from "./Services.ts"
import { xlsxType } from "./xlsxType.ts"

/** What is no JSON, as a JSON schema has it, and how it may look. */
export interface NoJson {
  readonly json: object
  readonly example?: string
}

/** How a route answers when all is well, and what the API document says of it. */
export interface Answer<A> {
  readonly status: 200 | 201 | 202 | 204
  readonly description: string
  /** By media type: the schema, or (for what is no JSON) the JSON schema. */
  readonly content: Readonly<Record<string, Schema.Top | NoJson>>
  readonly located: boolean
  readonly etag?: true
  readonly reply: (value: A) => Effect.Effect<Reply, never, Services>
  /** Headers that follow from the body, for answers that are given again. */
  readonly headersOf: (body: string) => Reply["headers"]
}

/** JSON by the schema; keys that the schema does not have stay inside. `location` is where the thing made is. */
export const json = <A, I>(
  schema: Schema.Codec<A, I>,
  options: {
    readonly description: string
    readonly status?: 200 | 201 | 202
    readonly location?: (encoded: I) => string
  },
): Answer<A> => {
  const encode = Schema.encodeSync(schema)
  const { status = 200, location } = options
  const located = (encoded: I): Reply["headers"] => (location ? { location: location(encoded) } : {})
  return {
    status,
    description: options.description,
    content: { "application/json": schema },
    located: location !== undefined,
    reply: (value) =>
      Effect.sync(() => {
        const encoded = encode(value)
        return jsonReply(status, JSON.stringify(encoded), located(encoded))
      }),
    headersOf: (body) => located(JSON.parse(body) as I),
  }
}

/** The same, with a cookie to set; null for none. */
export const withCookie = <A>(
  answer: Answer<A>,
): Answer<{ readonly value: A; readonly cookie: string | null }> => ({
  ...answer,
  reply: ({ value, cookie }) =>
    Effect.map(answer.reply(value), (reply) =>
      cookie === null ? reply : { ...reply, headers: { ...reply.headers, "set-cookie": cookie } },
    ),
})

/** The same, with the validator (RFC 9110, 8.8.3) of what is answered. */
export const withEtag = <A>(answer: Answer<A>, etagOf: (value: A) => string): Answer<A> => ({
  ...answer,
  etag: true,
  reply: (value) =>
    Effect.map(answer.reply(value), (reply) => ({
      ...reply,
      headers: { ...reply.headers, "cache-control": "private, no-cache", etag: etagOf(value) },
    })),
})

/** Nothing to say. */
export const nothing = (description: string): Answer<void> => ({
  status: 204,
  description,
  content: {},
  located: false,
  reply: () => Effect.succeed({ status: 204, headers: { "cache-control": "no-store" }, body: null }),
  headersOf: () => ({}),
})

export interface FileToSave {
  readonly fileName: string
  readonly format: "csv" | "xlsx"
  readonly bytes: Stream.Stream<Uint8Array, unknown, Services>
}

const mediaTypes = { csv: "text/csv; charset=utf-8", xlsx: xlsxType } as const

/** A table as a file to be saved, streamed. When it cannot be brought to its end, neither is the transfer. */
export const fileToSave = (description: string, example: string): Answer<FileToSave> => ({
  status: 200,
  description,
  content: {
    "text/csv": { json: { type: "string" }, example },
    [xlsxType]: { json: { type: "string", format: "binary" } },
  },
  located: false,
  reply: ({ fileName, format, bytes }) =>
    streamed(bytes, {
      "content-type": mediaTypes[format],
      "content-disposition": attachment(fileName),
      "cache-control": "no-store",
    }),
  headersOf: () => ({}),
})

/** Server-sent events (HTML, 9.2): told as they come, no proxy holding them back. */
export const eventStream = (description: string): Answer<Stream.Stream<string, never, Services>> => ({
  status: 200,
  description,
  content: {
    "text/event-stream": {
      json: { type: "string" },
      example: `event: progress\ndata: ${JSON.stringify(examples.Import)}\n\n`,
    },
  },
  located: false,
  reply: (events) =>
    streamed(Stream.encodeText(events), {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    }),
  headersOf: () => ({}),
})

const streamed = <E>(
  bytes: Stream.Stream<Uint8Array, E, Services>,
  headers: Reply["headers"],
): Effect.Effect<Reply, never, Services> =>
  Effect.map(Effect.context<Services>(), (context) => ({
    status: 200,
    headers,
    body: Stream.toReadableStreamWith(
      Stream.catchCause(bytes, (cause) =>
        Stream.fromEffect(
          Effect.logError("An answer broke off").pipe(
            Effect.annotateLogs({ reason: nameOf(Cause.squash(cause)) }),
            Effect.andThen(Effect.die(new Error("The answer broke off."))),
          ),
        ),
      ),
      context,
      { strategy: { highWaterMark: 0 } },
    ),
  }))

const nameOf = (defect: unknown): string => (defect instanceof Error ? defect.name : typeof defect)
