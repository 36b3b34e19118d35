import { createSamplePlatform } from "@muster/domain/use-cases/createSamplePlatform"
import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import { DatabaseAnswer } from "./databases.ts"
import { route, type Route } from "./route.ts"

/** The call that fills an empty platform with something to try. */
export const sampleRoutes: ReadonlyArray<Route> = [
  route({
    method: "post",
    path: "/api/v1/platform/sample",
    name: "createSamplePlatform",
    tag: "Platform",
    needs: "databases.create",
    summary: "Fill an empty platform with sample databases",
    description: "Two databases with their departments and permission groups.",
    answer: json(
      Schema.Struct({ items: Schema.Array(DatabaseAnswer) }).annotate({ identifier: "SamplePlatform" }),
      {
        status: 201,
        description: "The sample databases",
      },
    ),
    problems: ["platform.not_empty"],
    run: () => Effect.map(createSamplePlatform(), (items) => ({ items })),
  }),
]
