import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { ImportOptions, ImportScope } from "../../src/model/Import.ts"
import { Databases } from "../../src/ports/Databases.ts"
import { Departments } from "../../src/ports/Departments.ts"
import { PermissionCatalogue } from "../../src/ports/PermissionCatalogue.ts"
import { PermissionGroups } from "../../src/ports/PermissionGroups.ts"
import { FileRefused } from "../../src/use-cases/FileRefused.ts"
import { userActorId } from "../../src/rights/Actor.ts"
import { undoImport } from "../../src/use-cases/undoImport.ts"
import { platform, rowsOf, run, upload } from "../platform.ts"

type Table = ReadonlyArray<ReadonlyArray<string>>

const scene = Effect.gen(function* () {
  const { id: databaseId } = yield* (yield* Databases).create({ id: crypto.randomUUID(), name: "Built" })
  const bring = (
    kind: "departments" | "permission-groups",
    table: Table,
    options: Partial<ImportOptions> = {},
  ) => {
    const scope: ImportScope = { kind, databaseId }
    return Effect.gen(function* () {
      const one = yield* upload(scope, table, options)
      const done = one.state === "ready" ? yield* run(scope, one.id) : one
      const rows = yield* rowsOf(one.id)
      const codes = rows.flatMap(({ row, issues }) =>
        issues.map(({ code, column }) => `${row} ${column} ${code}`),
      )
      return { scope, done, codes, plan: one.plan }
    })
  }
  const tree = Effect.map(
    Effect.flatMap(Departments, (port) => port.list(databaseId)),
    (all) => all.map(({ departmentId, name, parentId }) => [departmentId, name, parentId ?? ""]),
  )
  return { databaseId, bring, tree }
})

const header = ["departmentId", "name", "parentId"]

describe("departments by file", () => {
  it.effect("are made in any order, all of them or none", () =>
    Effect.gen(function* () {
      const { bring, tree } = yield* scene
      const table = [header, ["2", "Schools", "1"], ["1", "Town", ""], ["3", "Ash School", "2"]]
      const { done } = yield* bring("departments", table)
      assert.deepInclude(done, { state: "completed" })
      assert.deepInclude(done.counts, { rows: 3, created: 3 })
      assert.deepEqual(yield* tree, [
        ["1", "Town", ""],
        ["2", "Schools", "1"],
        ["3", "Ash School", "2"],
      ])
      const wrong = yield* bring("departments", [
        header,
        ["4", "Care", ""],
        ["5", "", "9"],
        ["4", "Twice", ""],
      ])
      assert.strictEqual(wrong.done.state, "refused")
      assert.deepEqual(wrong.codes, [
        "2 departmentId department.duplicate_in_file",
        "3 name cell.required",
        "3 parentId department.parent_unknown",
        "4 departmentId department.duplicate_in_file",
      ])
      assert.lengthOf(yield* tree, 3)
    }).pipe(Effect.provide(platform)),
  )

  it.effect(
    "are changed where the file is about them, moves that cross included, with each change told before",
    () =>
      Effect.gen(function* () {
        const { bring, tree } = yield* scene
        yield* bring("departments", [header, ["1", "Town", ""], ["2", "Schools", "1"], ["3", "Ash", "2"]])
        const again = yield* bring("departments", [header, ["1", "Other", ""], ["4", "Care", "1"]])
        assert.deepEqual(again.codes, ["2 departmentId department.taken"])
        assert.deepInclude(again.done.counts, { created: 1, failed: 1 })
        const turned = [
          header,
          ["2", "", "3"],
          ["3", "Ash School", "1"],
          ["4", "", "__CLEAR__"],
          ["5", "New", "2"],
        ]
        const { plan, done } = yield* bring("departments", turned, { mode: "both" })
        assert.deepEqual(plan, { created: 1, updated: 3, unchanged: 0, removed: 0 })
        assert.deepInclude(done.counts, { created: 1, updated: 3 })
        assert.deepEqual(yield* tree, [
          ["1", "Town", ""],
          ["2", "Schools", "3"],
          ["3", "Ash School", "1"],
          ["4", "Care", ""],
          ["5", "New", "2"],
        ])
        const rows = yield* rowsOf(done.id)
        assert.deepEqual(rows[1]?.changes.fields, [
          { column: "name", before: "Ash", after: "Ash School" },
          { column: "parentId", before: "2", after: "1" },
        ])
        const same = yield* bring("departments", [header, ...(yield* tree)], { mode: "both" })
        assert.deepInclude(same.done.counts, { unchanged: 5, updated: 0 })
      }).pipe(Effect.provide(platform)),
  )

  it.effect("never come to stand below themselves, by way of the file or of the database", () =>
    Effect.gen(function* () {
      const { bring } = yield* scene
      const circle = [header, ["1", "One", "2"], ["2", "Two", "1"], ["3", "Three", "3"], ["4", "Four", "1"]]
      assert.deepEqual((yield* bring("departments", circle)).codes, [
        "2 parentId department.circle",
        "3 parentId department.circle",
        "4 parentId department.circle",
      ])
      yield* bring("departments", [header, ["1", "One", ""], ["2", "Two", "1"]])
      const moved = yield* bring("departments", [header, ["1", "", "2"]], { mode: "update" })
      assert.deepEqual(moved.codes, ["2 parentId department.circle"])
      const absent = yield* bring("departments", [header, ["9", "Nine", ""]], { mode: "update" })
      assert.deepEqual(absent.codes, ["2 departmentId department.unknown"])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("are left to who may change the database, told from files about people, and not undone", () =>
    Effect.gen(function* () {
      const { bring, databaseId } = yield* scene
      const scope: ImportScope = { kind: "departments", databaseId }
      const table = [header, ["1", "One", ""], ["EXAMPLE", "Example department", ""]]
      const foreign = yield* upload(scope, table, {}, userActorId("nobody"))
      assert.strictEqual(foreign.state, "refused")
      assert.deepEqual(
        (yield* rowsOf(foreign.id)).map(({ issues }) => issues.map(({ code }) => code)),
        [["import.not_permitted"], ["row.example"]],
      )
      const people = [
        ["email", "departmentId", "groupName"],
        ["a@b.example", "1", "Reader"],
      ]
      const refused = yield* Effect.flip(bring("departments", people))
      assert.instanceOf(refused, FileRefused)
      const { done } = yield* bring("departments", table)
      assert.deepInclude(done.counts, { created: 1, skipped: 1 })
      const options = { id: crypto.randomUUID(), createdBy: "somebody", days: 30 }
      const undo = yield* Effect.flip(undoImport(scope, done.id, options))
      assert.deepInclude(undo, { obstacle: "of_structure" })
    }).pipe(Effect.provide(platform)),
  )
})

describe("permission groups by file", () => {
  it.effect("are made of permissions that the product knows, and changed permission by permission", () =>
    Effect.gen(function* () {
      const { bring, databaseId } = yield* scene
      yield* (yield* PermissionCatalogue).register(
        ["plan.read", "plan.write", "report.read"].map((name) => ({ name, description: "" })),
      )
      const groups = ["groupName", "description", "permissions"]
      const wrong = yield* bring("permission-groups", [groups, ["Reader", "", "plan.raed, report.read"]])
      assert.deepEqual(wrong.codes, ["2 permissions permission.unknown"])
      const made = yield* bring("permission-groups", [
        groups,
        ["Reader", "Reads", "plan.read; report.read"],
        ["Chief", "", "database.administer"],
      ])
      assert.deepInclude(made.done.counts, { created: 2 })
      const changed = yield* bring(
        "permission-groups",
        [groups, ["Reader", "", "plan.read,plan.write"], ["Chief", "", "database.administer"]],
        { mode: "update" },
      )
      assert.deepInclude(changed.done.counts, { updated: 1, unchanged: 1 })
      assert.deepEqual(yield* (yield* PermissionGroups).list(databaseId), [
        { groupName: "Chief", description: "", permissions: ["database.administer"] },
        { groupName: "Reader", description: "Reads", permissions: ["plan.read", "plan.write"] },
      ])
      const again = yield* bring("permission-groups", [groups, ["Chief", "x", ""]])
      assert.deepEqual(again.codes, ["2 groupName group.taken"])
    }).pipe(Effect.provide(platform)),
  )
})
