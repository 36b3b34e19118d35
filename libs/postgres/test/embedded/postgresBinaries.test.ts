import { spawnSync } from "node:child_process"
import { chmod, cp, readlink, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { installedPackage, postgresBinaries } from "../../src/embedded/postgresBinaries.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }

/** A copy of the installed package as npm leaves it when install scripts are off, under a version of its own. */
const barePackage = Effect.gen(function* () {
  const root = join(yield* temporaryFolder, "package")
  const version = basename(dirname(root))
  yield* Effect.promise(async () => {
    await cp(installedPackage?.root ?? "", root, {
      recursive: true,
      filter: (file) => !/\.(a|so|so\.\d+)$/.test(file) || !/lib(icu|pq|ecpg|pgtypes)/.test(file),
    })
  })
  const copy = join(tmpdir(), `muster-postgresql-${version}`)
  yield* Effect.addFinalizer(() => Effect.promise(() => rm(copy, { recursive: true, force: true })))
  return { programs: { root, version }, root, copy }
})

const runs = (binaries: string, user = {}) =>
  spawnSync(join(binaries, "postgres"), ["--version"], user).status === 0

describe("postgresBinaries", { timeout: 60_000 }, () => {
  it.live("makes the links and executable bits that npm left out, where the package is", () =>
    Effect.gen(function* () {
      const { programs, root } = yield* barePackage
      yield* Effect.promise(() => chmod(join(root, "native", "bin", "postgres"), 0o644))
      const folders = yield* Effect.all(
        [1, 2, 3].map(() => postgresBinaries(undefined, programs)),
        { concurrency: 3 },
      )
      assert.deepStrictEqual(new Set(folders), new Set([join(root, "native", "bin")]))
      assert.isTrue(runs(join(root, "native", "bin")))
      if (process.platform === "linux") {
        const link = yield* Effect.promise(() => readlink(join(root, "native", "lib", "libpq.so.5")))
        assert.match(link, /^libpq\.so\.5\.\d+$/)
      }
    }),
  )

  it.live("runs a copy when the user of PostgreSQL cannot reach the package, or it cannot be completed", () =>
    Effect.gen(function* () {
      const { programs, root, copy } = yield* barePackage
      // temporaryFolder is closed to others: nobody cannot enter. An ordinary user cannot write to closed folders.
      if (!isRoot) yield* Effect.promise(() => chmod(join(root, "native", "lib"), 0o555))
      const user = isRoot ? nobody : undefined
      const folders = yield* Effect.all(
        [1, 2].map(() => postgresBinaries(user, programs)),
        { concurrency: 2 },
      )
      if (!isRoot) yield* Effect.promise(() => chmod(join(root, "native", "lib"), 0o755))
      assert.deepStrictEqual(folders, [join(copy, "native", "bin"), join(copy, "native", "bin")])
      assert.isTrue(runs(join(copy, "native", "bin"), user))
    }),
  )

  it.live("says to set DATABASE_URL where there is no PostgreSQL for the platform", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(postgresBinaries(undefined, undefined))
      assert.include(failure.message, "Set DATABASE_URL to a PostgreSQL server.")
    }),
  )

  it.live("says why a program cannot run", () =>
    Effect.gen(function* () {
      const { programs, root } = yield* barePackage
      yield* Effect.promise(() =>
        writeFile(
          join(root, "native", "bin", "postgres"),
          "#!/bin/sh\necho libmissing.so.1: not found >&2; exit 127\n",
        ),
      )
      const failure = yield* Effect.flip(postgresBinaries(undefined, programs))
      assert.include(failure.message, "libmissing.so.1: not found")
      assert.include(failure.message, "DATABASE_URL")
    }),
  )
})
