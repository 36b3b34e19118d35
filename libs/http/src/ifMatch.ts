import { Effect } from "effect"
import { invalid } from "./expectations.ts"
import type { RequestRefused } from "./RequestRefused.ts"

/** The validator of a version (RFC 9110, 8.8.3). */
export const versionTag = (version: number): string => `"${version}"`

/** The version that a change is meant for (RFC 9110, 13.1.1); null for whichever there is. */
export const ifMatch = ({ headers }: Request): Effect.Effect<number | null, RequestRefused> => {
  const text = headers.get("if-match")
  if (text === null || text === "*") return Effect.succeed(null)
  const version = /^"([0-9]{1,9})"$/.exec(text)?.[1]
  return version === undefined
    ? Effect.fail(invalid({ in: "header", pointer: "/If-Match", expected: "an ETag that an answer had" }))
    : Effect.succeed(Number(version))
}
