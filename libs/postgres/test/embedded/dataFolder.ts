import { cp, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "@effect/vitest"
import { Effect } from "effect"
import { startEmbeddedPostgres } from "../../src/embedded/startEmbeddedPostgres.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

let made: Promise<string> | undefined

const makeOnce = async () => {
  const folder = await mkdtemp(join(tmpdir(), "muster-test-"))
  await Effect.runPromise(Effect.scoped(startEmbeddedPostgres({ dataDir: folder, durable: false })))
  return folder
}

afterAll(async () => {
  if (made !== undefined) await rm(await made, { recursive: true, force: true })
})

/** A data folder that has had its first start: a copy (quick) of one made once for all tests of a file. */
export const dataFolder = Effect.gen(function* () {
  const folder = yield* temporaryFolder
  yield* Effect.promise(async () => cp(await (made ??= makeOnce()), folder, { recursive: true }))
  return folder
})
