import { createMiddleware } from "hono/factory"
import type { AppEnv } from "./AppEnv.ts"
import { languageOf } from "./language.ts"
import { problemReply } from "./problem.ts"
import { toResponse } from "./Reply.ts"

/** What a server that listens on loopback only may be called. */
export const loopbackHosts: ReadonlyArray<string> = ["localhost", "127.0.0.1", "[::1]"]

/**
 * Refuses what a page of another site makes a browser ask for: a host name that is not ours (it was made to
 * resolve to us), and a change that does not come from our own origin by `Sec-Fetch-Site` and `Origin`.
 * Clients that are no browsers send neither. `hosts` null allows any name.
 */
export const guard = (hosts: ReadonlyArray<string> | null) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const request = c.req.raw
    const { host, hostname } = new URL(request.url)
    const ours = hosts === null || hosts.includes(hostname)
    const safe = /^(GET|HEAD)$/.test(request.method)
    if (ours && (safe || isOwn(request.headers, host))) return next()
    const asked = { requestId: c.get("requestId"), language: languageOf(request) }
    return toResponse(problemReply({ code: "request.cross_site" }, asked))
  })

const isOwn = (headers: Headers, host: string): boolean => {
  const site = headers.get("sec-fetch-site")
  const origin = headers.get("origin")
  return (
    (site === null || site === "same-origin" || site === "none") &&
    (origin === null || (URL.canParse(origin) && new URL(origin).host === host))
  )
}
