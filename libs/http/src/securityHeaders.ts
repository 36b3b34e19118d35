import { createMiddleware } from "hono/factory"

const policy = ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]

/** The content security policy (CSP 3) of every answer that brings none of its own, with more directives. */
export const contentSecurityPolicy = (...more: ReadonlyArray<string>): string =>
  [...policy, ...more].join("; ")

/** Headers that keep browsers from doing with an answer what it is not for. */
export const securityHeaders = createMiddleware(async (c, next) => {
  await next()
  const { headers } = c.res
  if (!headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", contentSecurityPolicy())
  c.header("X-Content-Type-Options", "nosniff")
  c.header("Referrer-Policy", "no-referrer")
  c.header("Cross-Origin-Resource-Policy", "same-origin")
})
