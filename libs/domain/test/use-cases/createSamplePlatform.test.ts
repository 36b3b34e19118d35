import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { Databases } from "../../src/ports/Databases.ts"
import { Departments } from "../../src/ports/Departments.ts"
import { createSamplePlatform } from "../../src/use-cases/createSamplePlatform.ts"
import { platform } from "../platform.ts"

describe("the sample platform", () => {
  it.effect("has two databases with department trees, made once however often it is asked for", () =>
    Effect.gen(function* () {
      const [first] = yield* createSamplePlatform()
      yield* createSamplePlatform()
      assert.lengthOf((yield* (yield* Databases).list({ limit: 10, cursor: null, among: null })).items, 2)
      const tree = yield* (yield* Departments).list(first?.id ?? "")
      assert.lengthOf(tree, 10)
      for (const { parentId } of tree)
        assert.isTrue(parentId === null || tree.some(({ departmentId }) => departmentId === parentId))
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is not made where somebody works already", () =>
    Effect.gen(function* () {
      yield* (yield* Databases).create({ id: crypto.randomUUID(), name: "Ours" })
      assert.strictEqual((yield* Effect.flip(createSamplePlatform()))._tag, "PlatformNotEmpty")
    }).pipe(Effect.provide(platform)),
  )
})
