import type { CaughtMail } from "@muster/domain/model/CaughtMail"
import { Cause, Effect, Exit, Option, type ManagedRuntime } from "effect"
import { Headers, HttpTraceContext } from "effect/http"
import { Hono, type Context } from "hono"
import { accountRoutes } from "./account.ts"
import { admit } from "./admit.ts"
import { apiKeyRoutes } from "./apiKeys.ts"
import type { AppEnv } from "./AppEnv.ts"
import { auditRoutes } from "./audit.ts"
import { CallRates, defaultCallsPerSecond } from "./CallRates.ts"
import { caughtMailRoutes } from "./caughtMails.ts"
import { databaseRoutes } from "./databases.ts"
import { databaseUserRoutes } from "./databaseUsers.ts"
import { departmentRoutes } from "./departments.ts"
import { nobody } from "./Caller.ts"
import { docs } from "./docs.ts"
import { unlessKnown } from "./etag.ts"
import { guard } from "./guard.ts"
import { healthRoutes } from "./health.ts"
import { importMounts } from "./ImportMount.ts"
import { importRoutes } from "./imports.ts"
import { invitationRoutes } from "./invitations.ts"
import { languageOf } from "./language.ts"
import { limitRoutes } from "./limits.ts"
import { logDefect } from "./logDefect.ts"
import { openapi } from "./openapi.ts"
import { permissionCatalogueRoutes } from "./permissionCatalogue.ts"
import { permissionGroupRoutes } from "./permissionGroups.ts"
import { platformUserRoutes } from "./platformUsers.ts"
import { anonymisationRoutes } from "./anonymisation.ts"
import { userActRoutes } from "./userActs.ts"
import { providerRoutes, returnPath, takeReturn } from "./provider.ts"
import { problemReply, type Asked } from "./problem.ts"
import type { ImportLimits } from "./receiveUpload.ts"
import { toResponse, type Reply } from "./Reply.ts"
import { RequestRefused } from "./RequestRefused.ts"
import { requestLog, type RequestLine } from "./requestLog.ts"
import { respond, type Failure } from "./respond.ts"
import { logUnavailable, respondAndLog } from "./respondAndLog.ts"
import type { Route } from "./route.ts"
import { sampleRoutes } from "./sample.ts"
import { securityHeaders } from "./securityHeaders.ts"
import { sessionRoutes } from "./session.ts"
import { UploadSlots, type SlotLimits } from "./UploadSlots.ts"
import { structureFileRoutes } from "./structureFiles.ts"
import { setUpRoutes } from "./setUp.ts"
import type { Services } from "./Services.ts"

export interface AppOptions {
  readonly runtime: ManagedRuntime.ManagedRuntime<Services, unknown>
  readonly limits: ImportLimits
  /** How many files may come in at once; absent: `defaultSlots`. */
  readonly slots?: SlotLimits
  /** How many calls a caller may make in a second; absent: `defaultCallsPerSecond`. */
  readonly callsPerSecond?: number
  readonly version: string
  /** The host names that requests may ask for (`loopbackHosts` for a server on loopback); absent: any. */
  readonly allowedHosts?: ReadonlyArray<string>
  /** SHA-256, in hexadecimal, of the key of an unattended installation; absent: it has none. */
  readonly installationKeyHash?: string | null
  /** Mail that was kept instead of sent, newest first; absent: it is really sent. */
  readonly caughtMails?: (() => ReadonlyArray<CaughtMail>) | null
  /** Told of every request once it is answered. */
  readonly onRequest?: (line: RequestLine) => void
  /** Aborted when the server is about to stop: event streams end, so that connections can close. */
  readonly closing?: AbortSignal
}

/** Every call of the API. */
export const routesOf = ({
  limits,
  version,
  closing,
  caughtMails,
  slots,
}: Omit<AppOptions, "runtime">): ReadonlyArray<Route> => [
  ...importMounts(limits, new UploadSlots(slots), closing).flatMap(importRoutes),
  ...platformUserRoutes,
  ...userActRoutes,
  ...anonymisationRoutes,
  ...databaseRoutes,
  ...structureFileRoutes,
  ...departmentRoutes,
  ...permissionCatalogueRoutes,
  ...permissionGroupRoutes,
  ...databaseUserRoutes,
  ...sessionRoutes(),
  ...providerRoutes,
  ...setUpRoutes,
  ...accountRoutes(),
  ...apiKeyRoutes,
  ...auditRoutes,
  ...invitationRoutes(),
  ...caughtMailRoutes(caughtMails ?? null),
  ...sampleRoutes,
  ...limitRoutes(limits),
  ...healthRoutes(version),
]

/**
 * The HTTP API as a Hono app. Whatever is asked for below `/api` is answered here, found or not; routes for
 * other paths can be added to it.
 */
export const makeApp = (options: AppOptions): Hono<AppEnv> => {
  const routes = routesOf(options)
  const document = JSON.stringify(openapi(routes, options.version))
  const rates = new CallRates(options.callsPerSecond ?? defaultCallsPerSecond)
  const app = new Hono<AppEnv>()
  app.use(requestLog(options.onRequest ?? (() => {})), securityHeaders, guard(options.allowedHosts ?? null))

  for (const route of routes) {
    app.on(route.method, route.path, async (c) => {
      c.set("route", route.path)
      return answer(options.runtime, c, (asked) => admitted(route, c, asked, options, rates))
    })
  }
  app.get("/api/v1/openapi.json", (c) => {
    c.set("route", "/api/v1/openapi.json")
    return c.body(document, 200, { "Content-Type": "application/json" })
  })
  app.route("/api/docs", docs())
  app.get(returnPath, (c) => {
    c.set("route", returnPath)
    return answer(options.runtime, c, (asked) => told(takeReturn(c.req.raw, addressOf(c)), asked))
  })

  const notServed = (c: Context<AppEnv>) => toResponse(notFound(c.req.raw, askedOf(c), app))
  app.all("/api/*", notServed)
  app.notFound(notServed)
  app.onError((error, c) => answer(options.runtime, c, (asked) => logDefect(error, asked)))
  return app
}

/** Answers a request that its route lets in, or says why not. */
const admitted = (
  route: Route,
  c: Context<AppEnv>,
  asked: Asked,
  { installationKeyHash = null }: Pick<AppOptions, "installationKeyHash">,
  rates: CallRates,
) => {
  const params = c.req.param()
  const address = addressOf(c)
  return admit(route, c.req.raw, params["databaseId"] ?? null, address, { installationKeyHash }).pipe(
    Effect.flatMap((caller) => {
      const known = typeof caller !== "string" && caller.actor.id !== nobody.id
      if (!rates.take(known ? caller.actor.id : `address ${address}`))
        return Effect.succeed(respond(new RequestRefused({ code: "request.too_many", retryAfter: 1 }), asked))
      return typeof caller === "string"
        ? Effect.succeed(problemReply({ code: caller }, asked))
        : route.handle(c.req.raw, params, asked, caller)
    }),
    (work) => told(work, asked),
  )
}

/** What went wrong as an answer. */
const told = <R>(work: Effect.Effect<Reply, Failure, R>, asked: Asked) =>
  work.pipe(
    Effect.catch((failure) => respondAndLog(failure, asked)),
    Effect.catchDefect((defect) => logDefect(defect, asked)),
  )

/** The network address of the other end; the server gives its socket to the app. */
const addressOf = (c: Context<AppEnv>): string => c.env?.incoming?.socket.remoteAddress ?? ""

const askedOf = (c: Context<AppEnv>): Asked => ({
  requestId: c.get("requestId"),
  language: languageOf(c.req.raw),
})

/** Runs the work of a request for as long as its client is there. */
const answer = async (
  runtime: AppOptions["runtime"],
  c: Context<AppEnv>,
  work: (asked: Asked) => Effect.Effect<Reply, never, Services>,
): Promise<Response> => {
  const { signal } = c.req.raw
  const asked = askedOf(c)
  const exit = await runtime.runPromiseExit(traced(c, asked, work(asked)), { signal })
  if (Exit.isSuccess(exit)) return toResponse(unlessKnown(c.req.raw, exit.value))
  if (signal.aborted) return new Response(null, { status: 499 })
  const code = Cause.hasDies(exit.cause) ? "internal" : "store.unavailable"
  if (code === "store.unavailable") {
    const reason = Cause.hasInterruptsOnly(exit.cause) ? "INTERRUPTED" : "NOT_STARTED"
    runtime.runFork(logUnavailable(reason, asked))
  }
  return toResponse(problemReply({ code }, asked))
}

/** The work of a request as a span of the trace that the client named (W3C Trace Context), or of one of its own. */
const traced = <R>(c: Context<AppEnv>, { requestId }: Asked, work: Effect.Effect<Reply, never, R>) =>
  work.pipe(
    Effect.tap(({ status }) => Effect.annotateCurrentSpan("http.response.status_code", status)),
    Effect.withSpan(`${c.req.method} ${c.get("route")}`, {
      kind: "server",
      parent: Option.getOrUndefined(HttpTraceContext.w3c(Headers.fromInput(c.req.header()))),
      attributes: {
        "http.request.method": c.req.method,
        "http.route": c.get("route"),
        "muster.request_id": requestId,
      },
    }),
  )

/** Nothing is served at the address, or not by that method (RFC 9110, 15.5.6). */
const notFound = (request: Request, asked: Asked, app: Hono<AppEnv>): Reply => {
  const { pathname } = new URL(request.url)
  const methods = app.routes
    .filter(({ method, path }) => method !== "ALL" && patternOf(path).test(pathname))
    .flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]))
  return methods.length === 0
    ? problemReply({ code: "route.not_found" }, asked)
    : problemReply(
        { code: "method.not_allowed", headers: { allow: [...new Set(methods)].join(", ") } },
        asked,
      )
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/:[A-Za-z]+/g, "[^/]+")}$`)
