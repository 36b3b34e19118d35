import { Hono } from "hono"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import type { AppEnv } from "./AppEnv.ts"
import { contentSecurityPolicy } from "./securityHeaders.ts"

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Muster API</title>
    <link rel="icon" type="image/png" href="docs/favicon-32x32.png" />
    <link rel="stylesheet" href="docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
`

const start = `SwaggerUIBundle({ url: "v1/openapi.json", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null })
`

/** The files of Swagger UI that the page needs, and nothing else of the package. */
const files = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "favicon-32x32.png": "image/png",
} as const

/** Swagger UI draws its icons from `data:` addresses. */
const policy = contentSecurityPolicy("img-src 'self' data:")

const packageFile = createRequire(import.meta.url).resolve("swagger-ui-dist/package.json")

/** The API to browse at `/api/docs`: Swagger UI from this server alone, without inline scripts. */
export const docs = (): Hono<AppEnv> => {
  const app = new Hono<AppEnv>()
  app.use((c, next) => {
    c.set("route", "/api/docs")
    return next()
  })
  app.get("/", (c) => c.html(page, 200, { "Content-Security-Policy": policy }))
  app.get("/start.js", (c) => c.body(start, 200, { "Content-Type": "text/javascript; charset=utf-8" }))
  for (const [name, contentType] of Object.entries(files)) {
    app.get(`/${name}`, async (c) =>
      c.body(await readFile(new URL(name, `file://${packageFile}`)), 200, {
        "Content-Type": contentType,
        "Cache-Control": "public, max-age=3600",
      }),
    )
  }
  return app
}
