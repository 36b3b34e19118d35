import { Result, Schema } from "effect"
import { assert, describe, it } from "vitest"
import { routesOf } from "../src/app.ts"
import { examples } from "../src/examples.ts"
import { problemTexts } from "../src/problemTexts.ts"
import { testApp } from "./testApp.ts"

type Json = { readonly [key: string]: Json } & ReadonlyArray<Json> & string

const options = { limits: { maxRows: 249, maxBytes: 1024, undoDays: 30 }, version: "0.0.0" }
const { app, request } = testApp()
const document = (await (await request("/api/v1/openapi.json")).json()) as Json

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null

/** Every object in the document, with where it is. */
function* walk(value: unknown, at = "#"): Generator<readonly [string, Json]> {
  if (!isObject(value)) return
  yield [at, value]
  for (const [key, child] of Object.entries(value)) yield* walk(child, `${at}/${key}`)
}

const resolve = (ref: string): unknown =>
  ref
    .slice(2)
    .split("/")
    .reduce<unknown>(
      (value, key) =>
        isObject(value)
          ? value[decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")]
          : undefined,
      document,
    )

const operations = Object.entries(document.paths as Json).flatMap(([path, methods]) =>
  Object.entries(methods as Json).map(([method, operation]) => ({
    path,
    method,
    operation: operation as Json,
  })),
)

describe("the API document", () => {
  it("is OpenAPI 3.1 JSON of this version", async () => {
    const response = await request("/api/v1/openapi.json")
    assert.equal(response.headers.get("content-type"), "application/json")
    assert.match(document.openapi as string, /^3\.1\.\d+$/)
    assert.equal((document.info as Json).version, "0.0.0")
  })

  it("has every route that is served, and no other", () => {
    const served = app.routes
      .filter(({ method, path }) => method !== "ALL" && /^\/(api\/v1\/(?!openapi)|health|ready)/.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`)
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    assert.sameMembers(described, served)
    assert.isAtLeast(described.length, 40)
  })

  it("refers to nothing that is not in it", () => {
    const refs = [...walk(document)].flatMap(([at, { $ref }]) =>
      $ref === undefined ? [] : [[at, $ref] as const],
    )
    assert.isNotEmpty(refs)
    for (const [at, ref] of refs) {
      assert.match(ref, /^#\//, at)
      assert.isTrue(isObject(resolve(ref)), `${at} refers to ${ref}`)
    }
  })

  it("shows an example of everything that is taken and answered, and each is what it says", () => {
    let shown = 0
    for (const route of routesOf(options)) {
      const sides = [
        ["body", route.body.content],
        ["answer", route.answer.content],
      ] as const
      for (const [side, content] of sides)
        for (const [mediaType, described] of Object.entries(content ?? {})) {
          const at = `${route.name}, ${side}, ${mediaType}`
          if ("json" in described) {
            if (/^text\//.test(mediaType)) assert.isAbove(described.example?.length ?? 0, 10, at)
            continue
          }
          const identifier = Schema.resolveAnnotations(described)?.identifier ?? at
          assert.property(examples, identifier, at)
          const decode = Schema.decodeUnknownResult(described as Schema.Codec<unknown>, {
            onExcessProperty: "error",
          })
          const decoded = decode(examples[identifier])
          assert.isTrue(
            Result.isSuccess(decoded),
            `${at}: ${Result.isFailure(decoded) ? decoded.failure : ""}`,
          )
          shown++
        }
    }
    assert.isAbove(shown, 80)
    const names = [...walk(document)].filter(
      ([at, { example }]) => /content/.test(at) && example !== undefined,
    )
    assert.isAtLeast(names.length, shown)
  })

  it("names each operation once, and says what it does, takes and answers", () => {
    const names = operations.map(({ operation }) => operation.operationId)
    assert.equal(new Set(names).size, names.length)
    for (const { path, method, operation } of operations) {
      const at = `${method} ${path}`
      assert.isAbove((operation.summary ?? "").length, 5, at)
      assert.isNotEmpty(operation.tags, at)
      const parameters = (operation.parameters as Json).map((one) =>
        one.$ref ? (resolve(one.$ref) as Json) : one,
      )
      const inPath = parameters.filter((one) => one.in === "path").map(({ name }) => name)
      assert.deepEqual(inPath, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name) as never, at)
      for (const one of parameters) assert.isTrue(isObject(one.schema), `${at} ${String(one.name)}`)
      const answers = Object.entries(operation.responses as Json)
      assert.lengthOf(
        answers.filter(([status]) => status.startsWith("2")),
        1,
        at,
      )
      for (const [status, answer] of answers) {
        assert.isNotEmpty((answer as Json).description, `${at} ${status}`)
        if (Number(status) >= 400) assert.hasAllKeys((answer as Json).content, ["application/problem+json"])
      }
      assert.equal(
        parameters.some(({ name }) => name === "Idempotency-Key"),
        // Their content or answers hold a secret, or what is good in one browser, so that none is kept.
        method === "post" &&
          ![
            "signIn",
            "setUp",
            "signInWithProvider",
            "createApiKey",
            "askForPasswordLink",
            "choosePassword",
            "changePassword",
            "enrolSecondFactor",
            "confirmSecondFactor",
            "turnSecondFactorOff",
          ].includes(operation.operationId ?? ""),
        at,
      )
    }
  })

  it("lists refusals under the status they have, by codes that exist", () => {
    for (const { path, method, operation } of operations) {
      for (const [status, answer] of Object.entries(operation.responses as Json)) {
        if (Number(status) < 400) continue
        const codes = [...walk(answer)].flatMap(
          ([, one]) => one.enum ?? [],
        ) as ReadonlyArray<unknown> as Array<string>
        assert.isNotEmpty(codes)
        for (const code of codes) {
          const listed = (problemTexts as Record<string, { status: number } | undefined>)[code]
          if (listed) assert.equal(listed.status, Number(status), `${method} ${path} ${code}`)
        }
      }
    }
  })

  it("tells what is checked of a body and a query", () => {
    const schemas = (document.components as Json).schemas as Json
    const user = schemas.NewPlatformUser as Json
    assert.deepEqual(user.required, ["email", "firstName", "lastName"] as never)
    assert.isFalse(user.additionalProperties as never)
    const list = operations.find(({ operation }) => operation.operationId === "listPlatformUsers")
      ?.operation as Json
    const parameters = list.parameters as Json
    const limit = parameters.find(({ name }) => name === "limit")
    assert.deepEqual(limit?.schema, { type: "integer", minimum: 1, maximum: 500, default: 50 } as never)
    const cursor = parameters.find(({ name }) => name === "cursor")
    assert.equal((cursor?.schema as Json).type, "string")
    const upload = operations.find(
      ({ operation }) => operation.operationId === "createPlatformImport",
    )?.operation
    assert.sameMembers(Object.keys((upload?.requestBody as Json).content as Json), [
      "multipart/form-data",
      "text/csv",
      "text/plain",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/octet-stream",
    ])
    const told = [
      "Import",
      "Row",
      "PlatformUser",
      "Database",
      "Department",
      "PermissionGroup",
      "Access",
      "Problem",
    ]
    assert.includeMembers(Object.keys(schemas), told)
    assert.notProperty((schemas.Import as Json).properties, "header")
  })
})
