import { ImportNotFound } from "@muster/domain/ports/Imports"
import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { Effect, Schema } from "effect"
import { assert, it } from "vitest"
import { json } from "../src/Answer.ts"
import { respond, type Failure } from "../src/respond.ts"
import { route } from "../src/route.ts"

const answer = json(Schema.Struct({ databaseId: Schema.String }), { description: "It" })
const common = {
  method: "get",
  name: "it",
  tag: "It",
  needs: "session.use",
  summary: "It",
  answer,
} as const
const asked = { requestId: "0f8fad5b-d9cb-469f-a165-70867728950e", language: "en" } as const

it("lets a call fail only by what it declares", () => {
  const failing = () => Effect.fail(new ImportNotFound({ id: "1" }))
  const declared = route({ ...common, path: "/a", problems: ["import.not_found"], run: failing })
  assert.deepEqual(declared.problems, ["import.not_found"])
  // @ts-expect-error a failure that is not declared
  route({ ...common, path: "/a", problems: [], run: failing })
  // @ts-expect-error a failure that is not declared, beside one that is
  route({ ...common, path: "/a", problems: ["database.not_found"], run: failing })
  // @ts-expect-error a failure that nobody knows the status of
  route({ ...common, path: "/a", problems: [], run: () => Effect.fail(new Error("new")) })
})

it("does not compile without what the caller must be allowed", () => {
  const { needs: _, ...undeclared } = common
  // @ts-expect-error nothing says who may
  route({ ...undeclared, path: "/a", problems: [], run: () => Effect.succeed({ databaseId: "" }) })
})

it("gives the work the parameters that the path has", () => {
  const path = "/databases/:databaseId/rows/:row"
  const run = ({ params }: { params: { databaseId: string; row: number } }) => Effect.succeed(params)
  assert.equal(route({ ...common, path, problems: [], run }).path, path)
  const declared = { ...common, path: "/rows/:row", problems: [] } as const
  // @ts-expect-error a parameter that the path does not have
  route({ ...declared, run: ({ params }) => Effect.succeed({ databaseId: params.databaseId }) })
})

it("answers a failure by its code, with the seconds to wait where waiting helps", () => {
  const told = (failure: Failure) => respond(failure, asked)
  assert.equal(told(new ImportNotFound({ id: "1" })).status, 404)
  const away = told(new StoreUnavailable({ cause: "away" }))
  assert.deepEqual([away.status, away.headers["retry-after"]], [503, "2"])
})
