import { existsSync } from "node:fs"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startEmbeddedPostgres } from "@muster/postgres/embedded/startEmbeddedPostgres"
import { migrate } from "@muster/postgres/migrate"
import { Effect, Redacted } from "effect"
import { fillDirectory, type DirectorySize } from "./fillDirectory.ts"

/**
 * A PostgreSQL without fsync that holds a directory of a size, until the scope closes. Its data are thrown away
 * then, or stay in the folder `keep`, where the next call finds them; data of another size there are refused.
 */
export const filledStore = Effect.fn("filledStore")(function* (
  size: DirectorySize,
  keep: string | undefined,
) {
  const dataDir =
    keep ??
    (yield* Effect.acquireRelease(
      Effect.promise(() => mkdtemp(join(tmpdir(), "muster-bench-"))),
      (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true, maxRetries: 5 })),
    ))
  const { url } = yield* startEmbeddedPostgres({ dataDir, durable: false })
  yield* migrate({ url })
  const note = join(dataDir, "filled.json")
  const wanted = JSON.stringify(size)
  if (existsSync(note)) {
    const there = yield* Effect.promise(() => readFile(note, "utf8"))
    if (there !== wanted) return yield* Effect.die(`${dataDir} holds ${there}, not ${wanted}.`)
    console.log(`Filled before: ${wanted}\n`)
    return url
  }
  console.log(`Filling: ${wanted}`)
  const began = performance.now()
  yield* Effect.promise(() => fillDirectory(Redacted.value(url), size))
  yield* Effect.promise(() => writeFile(note, wanted))
  console.log(`Filled in ${Math.round((performance.now() - began) / 1000)} s\n`)
  return url
})
