import { memoryLayer } from "@muster/domain/memory/memoryLayer"
import { ImportWorker } from "@muster/domain/use-cases/ImportWorker"
import { SessionNotFound, Sessions } from "@muster/domain/ports/Sessions"
import { Passwords } from "@muster/domain/ports/Passwords"
import { Effect, Layer, Logger, ManagedRuntime, Schema } from "effect"
import { afterAll, assert } from "vitest"
import { secretHashOf } from "../src/apiKeyToken.ts"
import { makeApp, routesOf, type AppOptions } from "../src/app.ts"
import { ImportAnswer } from "../src/ImportAnswer.ts"
import { codesOf } from "../src/openapi.ts"
import { Problem, type ProblemCode } from "../src/problem.ts"
import { SignIn } from "../src/SignIn.ts"
import type { RequestLine } from "../src/requestLog.ts"

interface TestOptions extends Partial<AppOptions> {
  /** Services that take the place of those in memory. */
  readonly instead?: Layer.Layer<never>
  readonly worker?: typeof idle | typeof busy
}

/** The key with which the app is asked unless a request says who asks. */
export const installationKey = "test-installation-key"

/**
 * Sessions in memory: the cookie is `user=` and the id of a user, who signed in an hour ago unless the cookie
 * goes on with `; fresh`. The real one is asked in the tests of the server.
 */
const signIn = Layer.succeed(SignIn, {
  signIn: () => Effect.succeed("wrong"),
  sessionOf: (headers) =>
    Effect.sync(() => {
      const [, userId, fresh] = /^user=([\w-]+)(; fresh)?$/.exec(headers.get("cookie") ?? "") ?? []
      if (userId === undefined) return null
      const signedInAt = Date.now() - (fresh === undefined ? 3_600_000 : 1000)
      return { id: userId, userId, signedInAt, lastUsedAt: Date.now(), secondFactor: false }
    }),
  forget: () => Effect.succeed("user=; Max-Age=0"),
  holdsPassword: () => Effect.succeed(false),
  enrol: () => Effect.succeed(null),
  confirm: () => Effect.succeed(null),
  turnOff: () => Effect.succeed(null),
  provider: null,
})

const sessions = Layer.succeed(Sessions, {
  list: () => Effect.succeed([]),
  touch: () => Effect.succeed(true),
  end: (_, id) => new SessionNotFound({ id }),
  endAll: () => Effect.succeed(0),
  changePassword: () => Effect.void,
})

const passwords = Layer.succeed(Passwords, { hash: Effect.succeed, isCommon: () => false })

const busy = ImportWorker.layer({
  worker: "test",
  leaseSeconds: 30,
  slots: 4,
  turn: "1 second",
  lookEvery: "1 second",
})

/** A worker that leaves every import where it is. */
export const idle = Layer.succeed(ImportWorker, { attend: () => Effect.void })

/** An app of its own over empty stores in memory, and what it logs. */
export const testApp = ({ instead, worker = busy, ...options }: TestOptions = {}) => {
  const lines: Array<RequestLine> = []
  const logs: Array<string> = []
  const logger = Logger.layer([
    Logger.map(Logger.formatJson, (line) => {
      logs.push(line)
    }),
  ])
  const services = Layer.mergeAll(Layer.provideMerge(worker, memoryLayer), signIn, sessions, passwords)
  const runtime = ManagedRuntime.make(
    Layer.provideMerge(instead ? Layer.merge(services, instead) : services, logger),
  )
  afterAll(() => runtime.dispose())
  const all = {
    runtime,
    limits: { maxRows: 249, maxBytes: 1024 * 1024, undoDays: 30 },
    callsPerSecond: 100_000,
    version: "0.0.0",
    installationKeyHash: secretHashOf(installationKey),
    onRequest: (line: RequestLine) => void lines.push(line),
    ...options,
  }
  const app = makeApp(all)
  const routes = routesOf(all)

  /** Asks the app, and holds every answer against what the API document says the call can answer. */
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (!headers.has("cookie") && !headers.has("authorization"))
      headers.set("authorization", `Bearer ${installationKey}`)
    const response = await app.request(path, { ...init, headers })
    const line = lines.find(({ requestId }) => requestId === response.headers.get("x-request-id"))
    const asked = routes.find(
      (route) =>
        route.path === line?.route && route.method === line.method.replace("HEAD", "GET").toLowerCase(),
    )
    if (asked === undefined) return response
    if (response.status === 304) assert.isTrue(asked.answer.etag)
    else if (response.status < 400) assert.equal(response.status, asked.answer.status)
    else if (line?.method !== "HEAD") {
      const { code } = (await response.clone().json()) as { code: ProblemCode }
      assert.include(codesOf(asked), code, `an undocumented refusal of ${asked.name}`)
    }
    return response
  }
  return { app, runtime, request, lines, logs }
}

export type TestApp = ReturnType<typeof testApp>
export type Request = TestApp["request"]

/** A request with a JSON body. */
export const sending = (
  method: string,
  body: unknown,
  headers: Record<string, string> = {},
): RequestInit => ({
  method,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
})

/** A raw CSV upload. */
export const csv = (
  text: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): RequestInit => ({
  method: "POST",
  headers: { "content-type": "text/csv", ...headers },
  body: text,
})

/** A body that comes in pieces, without Content-Length; a piece that is an error breaks it off. */
export const inPieces = (
  pieces: Iterable<string | Uint8Array | Error>,
  headers: Record<string, string> = { "content-type": "text/csv" },
): RequestInit & { duplex: "half" } => {
  const iterator = pieces[Symbol.iterator]()
  return {
    method: "POST",
    headers,
    duplex: "half",
    body: new ReadableStream({
      pull: (controller) => {
        const { done, value } = iterator.next()
        if (done) controller.close()
        else if (value instanceof Error) controller.error(value)
        else controller.enqueue(typeof value === "string" ? new TextEncoder().encode(value) : value)
      },
    }),
  }
}

/** The JSON of an answer with this status, held against the schema. */
export const read = async <A, I>(
  response: Response,
  status: number,
  schema: Schema.Codec<A, I>,
): Promise<A> => {
  const text = await response.text()
  assert.equal(response.status, status, text)
  return Schema.decodeUnknownSync(schema)(JSON.parse(text))
}

export const readImport = (response: Response, status = 200) => read(response, status, ImportAnswer)

/** The problem that a request is refused with, held against its schema and against the status of the answer. */
export const problemOf = async (response: Response): Promise<Problem> => {
  const problem = await read(response, response.status, Problem)
  assert.equal(response.headers.get("content-type"), "application/problem+json")
  assert.equal(problem.status, response.status)
  assert.equal(problem.type, `urn:muster:problem:${problem.code}`)
  assert.equal(problem.instance, `urn:uuid:${response.headers.get("x-request-id")}`)
  return problem
}

/** Status and code, for short claims. */
export const refusalOf = async (response: Response): Promise<string> => {
  const { status, code } = await problemOf(response)
  return `${status} ${code}`
}

/** A step 1 file with a header and one person for each number. */
export const people = (...numbers: ReadonlyArray<number>): string =>
  [
    "email,firstName,lastName",
    ...numbers.map((n) => `person${n}@muster.example,First${n},Last${n}`),
    "",
  ].join("\n")

/** A database with a department and a permission group to give access to. */
export const makeDatabase = async (request: Request, name = "Customer"): Promise<string> => {
  const made = await request("/api/v1/databases", sending("POST", { name }))
  const { id } = (await made.json()) as { id: string }
  const base = `/api/v1/databases/${id}`
  await request(`${base}/departments`, sending("POST", { departmentId: "00101", name: "Finance" }))
  await request(`${base}/permission-groups`, sending("POST", { groupName: "Reader" }))
  return id
}
