import { Effect, Result, Schema } from "effect"
import { randomUUID } from "node:crypto"
import type { Answer } from "./Answer.ts"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import type { Action } from "@muster/domain/rights/Action"
import { noBody, type BodyKind } from "./BodyKind.ts"
import type { Caller } from "./Caller.ts"
import { answerOnce } from "./idempotency.ts"
import { logDefect } from "./logDefect.ts"
import { namesIn, pathParams, type ParamsOf } from "./pathParams.ts"
import { problemReply, type Asked, type ProblemCode } from "./problem.ts"
import { queryOf } from "./queryOf.ts"
import type { Reply } from "./Reply.ts"
import { respondAndLog } from "./respondAndLog.ts"
import type { FailureOf } from "./respond.ts"
import type { Services } from "./Services.ts"

export type Method = "get" | "post" | "put" | "patch" | "delete"

/** What a route's work is done with. */
export interface Input<Params, Query, Body> extends Asked {
  readonly caller: Caller
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** The id for what is made; the same one when the request is sent again with its Idempotency-Key. */
  readonly id: string
  readonly request: Request
}

interface Declaration<
  Path extends string,
  Query extends Schema.Struct.Fields,
  Body,
  A,
  Code extends ProblemCode,
> {
  readonly method: Method
  readonly path: Path
  /** The operation's name in the API document. */
  readonly name: string
  readonly tag: string
  /** What the caller must be allowed to do, in the database of the path or on the platform. */
  readonly needs: Action | "nothing"
  /** False where the answer holds a secret: it is then not kept for an Idempotency-Key. */
  readonly keepsAnswer?: false
  readonly summary: string
  readonly description?: string
  readonly query?: Query
  readonly body?: BodyKind<Body>
  readonly answer: Answer<A>
  /** What `run` can fail with; another failure does not compile. */
  readonly problems: ReadonlyArray<Code>
  readonly run: (
    input: Input<ParamsOf<Path>, Schema.Struct.Type<Query>, Body>,
  ) => Effect.Effect<A, FailureOf<Code>, Services | CurrentActor>
}

/** A call of the API: how it is asked for, described and answered, from one declaration. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly name: string
  readonly tag: string
  readonly needs: Action | "nothing"
  readonly summary: string
  readonly description: string | null
  readonly query: Schema.Struct.Fields
  /** Whether an Idempotency-Key has the answer kept. */
  readonly keepsAnswer: boolean
  readonly body: BodyKind<unknown>
  readonly answer: Omit<Answer<never>, "reply">
  readonly problems: ReadonlyArray<ProblemCode>
  readonly handle: (
    request: Request,
    params: Readonly<Record<string, string>>,
    asked: Asked,
    caller: Caller,
  ) => Effect.Effect<Reply, never, Services>
}

/** Makes a call of the API out of its declaration. */
export const route = <
  const Path extends string,
  A,
  const Code extends ProblemCode = never,
  Query extends Schema.Struct.Fields = {},
  Body = void,
>(
  declared: Declaration<Path, Query, Body, A, Code>,
): Route => {
  const { method, path, answer } = declared
  const body = declared.body ?? (noBody as BodyKind<unknown> as BodyKind<Body>)
  const decodeQuery = queryOf(declared.query ?? ({} as Query))
  const decodeParams = paramsOf(path)
  const keepsAnswer = declared.needs !== "nothing" && declared.keepsAnswer !== false
  const sendsBody = method === "post" || method === "put" || method === "patch"

  const handle: Route["handle"] = (request, rawParams, asked, caller) => {
    const params = decodeParams(rawParams)
    if (typeof params === "string") return Effect.succeed(problemReply({ code: params }, asked))
    return Effect.gen(function* () {
      const query = yield* decodeQuery(request)
      const opened = yield* body.open(request)
      const answerFor = (id: string) =>
        opened.value.pipe(
          Effect.flatMap((value) =>
            declared.run({
              ...asked,
              caller,
              params: params as ParamsOf<Path>,
              query,
              body: value,
              id,
              request,
            }),
          ),
          Effect.provideService(CurrentActor, caller.actor.id),
          Effect.flatMap(answer.reply),
          Effect.catch((failure) => respondAndLog(failure, asked)),
          Effect.catchDefect((defect) => logDefect(defect, asked)),
        )
      const key = method === "post" && keepsAnswer ? request.headers.get("idempotency-key") : null
      if (key !== null)
        return yield* answerOnce(
          {
            request,
            actor: caller.actor.id,
            key,
            route: `${method} ${path}`,
            bodyDigest: opened.digest,
            headersOf: (kept) => (kept.status === answer.status ? answer.headersOf(kept.body) : {}),
            answer: answerFor,
          },
          asked,
        )
      const reply = yield* answerFor(randomUUID())
      if (sendsBody) yield* Effect.ignore(opened.digest)
      return reply
    }).pipe(
      Effect.catch((failure) => respondAndLog(failure, asked)),
      Effect.catchDefect((defect) => logDefect(defect, asked)),
    )
  }

  return {
    method,
    path,
    name: declared.name,
    tag: declared.tag,
    needs: declared.needs,
    summary: declared.summary,
    description: declared.description ?? null,
    query: declared.query ?? {},
    keepsAnswer,
    body,
    answer,
    problems: declared.problems,
    handle,
  }
}

/** Decodes the parameters of a path, or names the problem that one of them cannot be. */
const paramsOf = (path: string) => {
  const decoders = namesIn(path).map((name) => ({
    name,
    absent: pathParams[name].absent,
    decode: Schema.decodeUnknownResult(pathParams[name].schema as Schema.Codec<string | number, string>),
  }))
  return (raw: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> | ProblemCode => {
    const params: Record<string, unknown> = {}
    for (const { name, absent, decode } of decoders) {
      const decoded = decode(raw[name])
      if (Result.isFailure(decoded)) return absent
      params[name] = decoded.success
    }
    return params
  }
}
