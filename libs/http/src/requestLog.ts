import { createMiddleware } from "hono/factory"
import { randomUUID } from "node:crypto"
import type { AppEnv } from "./AppEnv.ts"

/** A request as it is logged: nothing in it is personal, and its keys are fit for JSON logs. */
export interface RequestLine {
  readonly requestId: string
  readonly method: string
  /** The path's pattern, `unknown` where none matches. */
  readonly route: string
  readonly status: number
  /** Until the answer began, in milliseconds. */
  readonly duration: number
}

/** Gives each request an id, which its answer carries as `X-Request-Id`, and tells of it when it is answered. */
export const requestLog = (tell: (line: RequestLine) => void) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const began = performance.now()
    const requestId = randomUUID()
    c.set("requestId", requestId)
    c.set("route", "unknown")
    await next()
    c.header("X-Request-Id", requestId)
    tell({
      requestId,
      method: c.req.method,
      route: c.get("route"),
      status: c.res.status,
      duration: Math.round((performance.now() - began) * 10) / 10,
    })
  })
