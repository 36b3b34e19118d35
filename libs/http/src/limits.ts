import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import type { FileLimits } from "./receiveUpload.ts"
import { route, type Route } from "./route.ts"

const Limits = Schema.Struct({
  maxRows: Schema.Int.annotate({ description: "Data rows of one file; blank rows do not count" }),
  maxBytes: Schema.Int.annotate({ description: "Bytes of one file" }),
}).annotate({ identifier: "Limits" })

/** The call that says how large a file may be, for clients to say so before one is chosen. */
export const limitRoutes = ({ maxRows, maxBytes }: FileLimits): ReadonlyArray<Route> => [
  route({
    method: "get",
    path: "/api/v1/limits",
    name: "readLimits",
    tag: "Platform",
    needs: "session.use",
    summary: "How large an import's file may be",
    answer: json(Limits, { description: "The limits" }),
    problems: [],
    run: () => Effect.succeed({ maxRows, maxBytes }),
  }),
]
