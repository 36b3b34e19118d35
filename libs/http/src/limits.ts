import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import type { ImportLimits } from "./receiveUpload.ts"
import { route, type Route } from "./route.ts"

const Limits = Schema.Struct({
  maxRows: Schema.Int.annotate({ description: "Data rows of one file; blank rows do not count" }),
  maxBytes: Schema.Int.annotate({ description: "Bytes of one file" }),
  undoDays: Schema.Int.annotate({ description: "Days after its end for which an import can be undone" }),
}).annotate({ identifier: "Limits" })

/** The call that says what holds for imports, for clients to say so beforehand. */
export const limitRoutes = ({ maxRows, maxBytes, undoDays }: ImportLimits): ReadonlyArray<Route> => [
  route({
    method: "get",
    path: "/api/v1/limits",
    name: "readLimits",
    tag: "Platform",
    needs: "session.use",
    summary: "How large an import's file may be, and how long an import can be undone",
    answer: json(Limits, { description: "The limits" }),
    problems: [],
    run: () => Effect.succeed({ maxRows, maxBytes, undoDays }),
  }),
]
