import { Language } from "@muster/domain/model/Language"
import { Effect, Result, Schema } from "effect"
import { expectations, invalid, strictly } from "./expectations.ts"
import type { RequestRefused } from "./RequestRefused.ts"

/** The language of an answer, which every call takes. */
export const languageQuery = {
  language: Schema.optionalKey(
    Language.annotate({ description: "The language of the answer; overrides Accept-Language" }),
  ),
}

/**
 * Decodes query parameters. One that is not known or that is given twice is refused, never ignored: what
 * reads a request before or after Muster might take the other one.
 */
export const queryOf = <F extends Schema.Struct.Fields>(fields: F) => {
  const decode = Schema.decodeUnknownResult(
    Schema.Struct({ ...fields, ...languageQuery }) as unknown as Schema.Codec<Schema.Struct.Type<F>>,
    strictly,
  )
  return (request: Request): Effect.Effect<Schema.Struct.Type<F>, RequestRefused> => {
    const given = new URL(request.url).searchParams
    const repeated = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1)
    const once = repeated.map((name) => ({
      in: "query" as const,
      pointer: `/${name}`,
      expected: "one value",
    }))
    return Result.match(decode(Object.fromEntries(given)), {
      onSuccess: (query) => (once.length === 0 ? Effect.succeed(query) : Effect.fail(invalid(...once))),
      onFailure: (error) => Effect.fail(invalid(...once, ...expectations(error, "query"))),
    })
  }
}
