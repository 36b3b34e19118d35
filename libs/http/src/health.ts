import { Readiness } from "@muster/domain/ports/Readiness"
import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import { route, type Route } from "./route.ts"

const tag = "Health"

/** Whether the process lives, and whether it can serve. */
export const healthRoutes = (version: string): ReadonlyArray<Route> => [
  route({
    method: "get",
    path: "/health",
    name: "health",
    tag,
    needs: "nothing",
    summary: "Whether the process is alive",
    answer: json(
      Schema.Struct({ status: Schema.Literal("alive"), version: Schema.String }).annotate({
        identifier: "Alive",
      }),
      {
        description: "It is",
      },
    ),
    problems: [],
    run: () => Effect.succeed({ status: "alive", version } as const),
  }),
  route({
    method: "get",
    path: "/ready",
    name: "ready",
    tag,
    needs: "nothing",
    summary: "Whether the store can be reached and is migrated",
    answer: json(Schema.Struct({ status: Schema.Literal("ready") }).annotate({ identifier: "Ready" }), {
      description: "It is",
    }),
    problems: [],
    run: () => Effect.flatMap(Readiness, ({ check }) => Effect.as(check, { status: "ready" } as const)),
  }),
]
