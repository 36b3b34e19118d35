import { randomBytes } from "node:crypto"
import { Effect } from "effect"
import postgres from "postgres"
import { attempt } from "./EmbeddedPostgresFailed.ts"

/**
 * Makes a PostgreSQL database with a new name on the server of `url` and gives its URL. With `template`, the URL
 * of another database there that nobody is connected to, it is a copy of that one (quick: no migration runs).
 */
export const createDatabase = (url: string, options: { readonly template?: string } = {}) =>
  attempt("A database cannot be made", async () => {
    const name = `test_${randomBytes(8).toString("hex")}`
    const sql = postgres(url, { max: 1, fetch_types: false })
    try {
      const template = options.template === undefined ? "template1" : nameIn(options.template)
      await sql`create database ${sql(name)} template ${sql(template)}`
    } finally {
      await sql.end()
    }
    const made = new URL(url)
    made.pathname = `/${name}`
    return made.href
  }).pipe(Effect.withSpan("createDatabase"))

const nameIn = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1))
