import { startTestPostgres } from "@muster/postgres/embedded/startTestPostgres"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string
  }
}

/** One real PostgreSQL for all of the server's tests; each test file makes a database of its own on it. */
export default async function setup(project: TestProject) {
  const { url, stop } = await startTestPostgres()
  project.provide("postgresUrl", url)
  return stop
}
