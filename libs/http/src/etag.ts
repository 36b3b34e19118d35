import { Effect } from "effect"
import { createHash } from "node:crypto"
import { invalid } from "./expectations.ts"
import type { Reply } from "./Reply.ts"
import type { RequestRefused } from "./RequestRefused.ts"

/** The validator of what has a version (RFC 9110, 8.8.3). */
export const versionTag = ({ version }: { readonly version: number }): string => `"${version}"`

/** The validator of an answer by its content. */
export const digestTag = (value: unknown): string =>
  `"${createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 22)}"`

/** The version that a change is meant for (RFC 9110, 13.1.1); null for whichever there is. */
export const ifMatch = ({ headers }: Request): Effect.Effect<number | null, RequestRefused> => {
  const text = headers.get("if-match")
  if (text === null || text === "*") return Effect.succeed(null)
  const version = /^"([0-9]{1,9})"$/.exec(text)?.[1]
  return version === undefined
    ? Effect.fail(invalid({ in: "header", pointer: "/If-Match", expected: "an ETag that an answer had" }))
    : Effect.succeed(Number(version))
}

/** The answer, or that it is what the client has already (RFC 9110, 13.1.2). */
export const unlessKnown = ({ method, headers }: Request, reply: Reply): Reply => {
  const known = headers.get("if-none-match")?.split(",") ?? []
  const tag = reply.headers["etag"]
  const isKnown = known.some((one) => one.trim().replace(/^W\//, "") === tag)
  return method === "GET" && reply.status === 200 && tag !== undefined && isKnown
    ? { status: 304, headers: { etag: tag, "cache-control": "private, no-cache" }, body: null }
    : reply
}
