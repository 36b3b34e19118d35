import { actions } from "@muster/domain/rights/Action"
import { Schema } from "effect"
import type { BodyKind } from "./BodyKind.ts"
import { examples } from "./examples.ts"
import { namesIn, pathParams } from "./pathParams.ts"
import { Problem, statusOf, titleOf, type ProblemCode } from "./problem.ts"
import { languageQuery } from "./queryOf.ts"
import type { Route } from "./route.ts"
import { SchemaPool, type Json } from "./SchemaPool.ts"

/** The API as an OpenAPI 3.1 document, made of the very declarations that requests are served by. */
export const openapi = (routes: ReadonlyArray<Route>, version: string): Json => {
  const pools = { inputs: new SchemaPool("error"), answers: new SchemaPool("ignore") }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, "{$1}")
    paths[path] = { ...paths[path], [route.method]: operation(route, pools) }
  }
  pools.answers.add(Problem)
  return {
    openapi: "3.1.1",
    info: {
      title: "Muster",
      version,
      description: "User directory: platform users, databases, and the imports that fill them.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "muster", description: "Set by POST /api/v1/session" },
        apiKey: { type: "http", scheme: "bearer", description: "An API key" },
      },
      parameters: commonParameters(pools.inputs),
      schemas: { ...pools.inputs.describe(), ...pools.answers.describe() },
    },
  }
}

interface Pools {
  readonly inputs: SchemaPool
  readonly answers: SchemaPool
}

const problemRef = "#/components/schemas/Problem"

const operation = (route: Route, pools: Pools): Json => ({
  operationId: route.name,
  tags: [route.tag],
  summary: route.summary,
  ...(route.description === null ? {} : { description: route.description }),
  "x-muster-needs": route.needs,
  security: route.needs === "nothing" ? [] : [{ session: [] }, { apiKey: [] }],
  parameters: parameters(route, pools.inputs),
  ...(route.body.content === null
    ? {}
    : { requestBody: { required: true, content: contentOf(route.body.content, pools.inputs) } }),
  responses: {
    [route.answer.status]: {
      description: route.answer.description,
      ...(route.answer.located ? { headers: { Location: header("Where the thing made is") } } : {}),
      ...(route.answer.etag ? { headers: { ETag: header("The version of what is answered") } } : {}),
      ...(Object.keys(route.answer.content).length === 0
        ? {}
        : { content: contentOf(route.answer.content, pools.answers) }),
    },
    ...(route.answer.etag && route.method === "get"
      ? { 304: { description: "It is still what If-None-Match says" } }
      : {}),
    ...problems(codesOf(route)),
  },
})

const parameters = (route: Route, inputs: SchemaPool): ReadonlyArray<Json> => [
  ...namesIn(route.path).map((name) => ({
    name,
    in: "path",
    required: true,
    description: pathParams[name].description,
    schema: inputs.add(Schema.toType(pathParams[name].schema)),
  })),
  ...Object.entries(route.query).map(([name, field]) => ({
    name,
    in: "query",
    explode: false,
    ...described(Schema.toType(field)),
    schema: inputs.add(
      // A cursor is what it is on the wire; the others are told as what they mean.
      name === "cursor" ? Schema.toEncoded(field) : Schema.toType(field).annotate({ description: undefined }),
    ),
  })),
  { $ref: "#/components/parameters/language" },
  { $ref: "#/components/parameters/acceptLanguage" },
  ...(route.method === "post" && route.keepsAnswer
    ? [{ $ref: "#/components/parameters/idempotencyKey" }]
    : []),
]

const commonParameters = (inputs: SchemaPool): Json => ({
  language: { name: "language", in: "query", schema: inputs.add(Schema.toType(languageQuery.language)) },
  acceptLanguage: {
    name: "Accept-Language",
    in: "header",
    description: "English (en) or Swedish (sv)",
    schema: { type: "string" },
  },
  idempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "Sent again with the same key and content, the request is answered as the first time. Kept for 24 hours.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  },
})

const contentOf = (content: NonNullable<BodyKind<unknown>["content"]>, pool: SchemaPool): Json =>
  Object.fromEntries(
    Object.entries(content).map(([mediaType, described]) => [
      mediaType,
      "json" in described
        ? {
            schema: described.json,
            ...(described.example === undefined ? {} : { example: described.example }),
          }
        : { schema: pool.add(described), example: exampleOf(described) },
    ]),
  )

const exampleOf = (schema: Schema.Constraint): unknown =>
  examples[Schema.resolveAnnotations(schema)?.identifier ?? ""]

/** Every code that a call can be refused with. */
export const codesOf = (route: Route): ReadonlyArray<ProblemCode> => [
  ...new Set<ProblemCode>([
    ...namesIn(route.path).map((name) => pathParams[name].absent),
    ...route.problems,
    ...(route.method === "get" ? [] : route.body.codes),
    ...(route.needs === "nothing"
      ? []
      : ([
          "sign_in.required",
          "not_permitted",
          ...(route.path.includes(":databaseId") ? (["database.not_found"] as const) : []),
          ...(actions[route.needs].whileClosed ? [] : (["database.closed"] as const)),
        ] as const)),
    ...(route.method === "post" && route.keepsAnswer
      ? (["idempotency.key_invalid", "idempotency.mismatch", "idempotency.under_way"] as const)
      : []),
    "request.cross_site",
    "request.invalid",
    "request.too_many",
    "store.unavailable",
    "internal",
  ]),
]

const problems = (codes: ReadonlyArray<ProblemCode>): Json => {
  const byStatus = Map.groupBy(codes, statusOf)
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${titleOf(code, "en")}`).join("\n\n"),
        ...(status === 503 ? { headers: { "Retry-After": header("Seconds after which to try again") } } : {}),
        content: {
          "application/problem+json": {
            schema: { allOf: [{ $ref: problemRef }, { properties: { code: { enum: some } } }] },
          },
        },
      },
    ]),
  )
}

const header = (description: string): Json => ({ description, schema: { type: "string" } })

const described = (schema: Schema.Constraint): Json => {
  const description = Schema.resolveAnnotations(schema)?.description
  return description === undefined ? {} : { description }
}
