import { Schema } from "effect"
import { ToldIssue } from "@muster/domain/model/Issue"
import { FileDialect } from "@muster/domain/rows/FileDialect"
import type { Connection } from "./Connection.ts"

const Problem = Schema.Struct({
  title: Schema.String,
  code: Schema.String,
  detail: Schema.optionalKey(Schema.NullOr(Schema.String)),
  issues: Schema.optionalKey(Schema.Array(ToldIssue)),
  dialect: Schema.optionalKey(FileDialect),
})
const decodeProblem = Schema.decodeUnknownSync(Problem)

/**
 * The server refused (RFC 9457); `code` is stable, `issues` says what is wrong with a file, and `dialect` how that was
 * read, if it is a text.
 */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly issues: ReadonlyArray<ToldIssue>
  readonly dialect: FileDialect | null
  constructor(status: number, problem: typeof Problem.Type) {
    super(problem.detail ?? problem.title)
    this.status = status
    this.code = problem.code
    this.title = problem.title
    this.issues = problem.issues ?? []
    this.dialect = problem.dialect ?? null
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {}

/** Calls the API. Fails with `Refusal`, with `Unreachable`, or with the abort's reason when the signal is aborted. */
export const send = async (
  { base, headers: common, onRefusal }: Connection,
  path: string,
  init: RequestInit = {},
): Promise<Response> => {
  const headers = new Headers(common())
  new Headers(init.headers).forEach((value, name) => headers.set(name, value))
  const response = await fetch(base + path, { ...init, headers }).catch((cause: unknown) => {
    init.signal?.throwIfAborted()
    throw new Unreachable("No answer from the server", { cause })
  })
  if (response.ok || response.status === 304) return response
  const refusal = await refusalOf(response)
  onRefusal?.(refusal)
  throw refusal
}

/** Calls the API and decodes its JSON answer. */
export const request = async <A>(
  connection: Connection,
  decode: (answer: unknown) => A,
  path: string,
  init?: RequestInit,
): Promise<A> => decode(await (await send(connection, path, init)).json())

/** A request with a JSON body. */
export const json = (method: "POST" | "PATCH", body: unknown): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { "Content-Type": "application/json" },
})

/** A request that changes what is still the version given, and nothing else (If-Match). */
export const whereVersion = (version: number, init: RequestInit): RequestInit => {
  const headers = new Headers(init.headers)
  headers.set("If-Match", `"${version}"`)
  return { ...init, headers }
}

const refusalOf = async (response: Response): Promise<Refusal> => {
  const problem = await response.json().catch(() => null)
  try {
    return new Refusal(response.status, decodeProblem(problem))
  } catch {
    // A gateway in between answers without a problem document.
    return new Refusal(response.status, { title: response.statusText, code: `http.${response.status}` })
  }
}
