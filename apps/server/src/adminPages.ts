import { existsSync } from "node:fs"
import { serveStatic } from "@hono/node-server/serve-static"
import { Hono } from "hono"

/**
 * Serves the built admin UI from a folder. Hashed assets may be kept for ever; any other path that is no
 * file is a page of the UI and answers its start page, which is always asked for anew.
 */
export const adminPages = (folder: string): Hono => {
  if (!existsSync(`${folder}/index.html`))
    throw new Error(`The admin UI is not built: ${folder} has no index.html. Run: npx nx run-many -t build`)
  const page = serveStatic({ root: folder, path: "index.html" })
  return new Hono()
    .use("/assets/*", async (c, next) => {
      await next()
      if (c.res.ok) c.header("Cache-Control", "public, max-age=31536000, immutable")
    })
    .use("*", async (c, next) => {
      await next()
      if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-cache")
    })
    .get("*", serveStatic({ root: folder }))
    .get("*", (c, next) => (/\.\w+$/.test(c.req.path) ? next() : page(c, next)))
}
