import { chmod, chown, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { copyBinaries } from "../../src/embedded/copyBinaries.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const program = join("native", "bin", "postgres")

/** A package of two files, and a folder for copies. */
const setting = Effect.gen(function* () {
  const [root, parent] = [yield* temporaryFolder, yield* temporaryFolder]
  yield* Effect.promise(async () => {
    await mkdir(join(root, "native", "bin"), { recursive: true })
    await writeFile(join(root, program), "program", { mode: 0o700 })
    await writeFile(join(root, "package.json"), '{ "version": "1.2.3" }')
  })
  return { programs: { root, version: "1.2.3" }, parent, shared: join(parent, "muster-postgresql-1.2.3") }
})

const runs = (copy: string) => readFile(join(copy, program), "utf8").then((text) => text === "program")
const namesIn = (folder: string) => Effect.promise(() => readdir(folder))

describe("copyBinaries", () => {
  it.live("makes one copy for all who start at once, which everybody can run and only the maker change", () =>
    Effect.gen(function* () {
      const { programs, parent, shared } = yield* setting
      const starts = Array.from({ length: 5 }, () => copyBinaries(programs, runs, [parent]))
      const folders = yield* Effect.all(starts, { concurrency: 5 })
      assert.deepStrictEqual(new Set(folders), new Set([shared]))
      assert.deepStrictEqual(yield* namesIn(parent), ["muster-postgresql-1.2.3"])
      const modes = yield* Effect.forEach([shared, join(shared, program)], (path) =>
        Effect.promise(() => stat(path)),
      )
      assert.deepStrictEqual(
        modes.map(({ mode }) => mode & 0o777),
        [0o755, 0o755],
      )
    }),
  )

  it.live("uses a whole copy again, and another name beside one that lacks a file", () =>
    Effect.gen(function* () {
      const { programs, parent, shared } = yield* setting
      yield* copyBinaries(programs, runs, [parent])
      yield* copyBinaries(programs, runs, [parent])
      assert.deepStrictEqual(yield* namesIn(parent), ["muster-postgresql-1.2.3"])
      yield* Effect.promise(() => rm(join(shared, program)))
      assert.strictEqual(yield* copyBinaries(programs, runs, [parent]), `${shared}-2`)
      assert.strictEqual(yield* copyBinaries(programs, runs, [parent]), `${shared}-2`)
    }),
  )

  it.live("trusts no copy that others could have written to, and does not touch it", () =>
    Effect.gen(function* () {
      const { programs, parent, shared } = yield* setting
      yield* copyBinaries(programs, runs, [parent])
      yield* Effect.promise(() => chmod(shared, 0o777))
      yield* Effect.promise(() => writeFile(join(shared, program), "trap"))
      assert.strictEqual(yield* copyBinaries(programs, runs, [parent]), `${shared}-2`)
      assert.strictEqual(yield* Effect.promise(() => readFile(join(shared, program), "utf8")), "trap")
    }),
  )

  it.live("follows no planted link, and as root trusts no folder of an ordinary user", () =>
    Effect.gen(function* () {
      const { programs, parent, shared } = yield* setting
      const planted = yield* copyBinaries(programs, runs, [yield* temporaryFolder])
      yield* Effect.promise(() => symlink(planted, shared))
      if (process.getuid?.() === 0) {
        yield* copyBinaries(programs, runs, [parent])
        yield* Effect.promise(() => chown(`${shared}-2`, 65534, 65534))
        assert.strictEqual(yield* copyBinaries(programs, runs, [parent]), `${shared}-3`)
      } else assert.strictEqual(yield* copyBinaries(programs, runs, [parent]), `${shared}-2`)
    }),
  )

  it.live("makes a copy for one start alone when every name is taken", () =>
    Effect.gen(function* () {
      const { programs, parent, shared } = yield* setting
      for (const name of ["", "-2", "-3", "-4", "-5"])
        yield* Effect.promise(() => writeFile(shared + name, ""))
      const before = yield* namesIn(parent)
      yield* Effect.scoped(
        copyBinaries(programs, runs, [parent]).pipe(
          Effect.flatMap((folder) => Effect.promise(() => runs(folder))),
          Effect.map((answer) => assert.isTrue(answer)),
        ),
      )
      assert.deepStrictEqual(yield* namesIn(parent), before)
    }),
  )

  it.live("passes over a folder in which the copy does not run, and says so if none is left", () =>
    Effect.gen(function* () {
      const { programs, parent, shared } = yield* setting
      const refusing = yield* temporaryFolder
      const elsewhere = async (copy: string) => !copy.startsWith(refusing) && runs(copy)
      assert.strictEqual(
        yield* copyBinaries(programs, elsewhere, [refusing, join(parent, "absent"), parent]),
        shared,
      )
      assert.deepStrictEqual(yield* namesIn(refusing), [])
      const failure = yield* Effect.flip(copyBinaries(programs, elsewhere, [refusing]))
      assert.include(failure.message, "it cannot be run there")
    }),
  )
})
