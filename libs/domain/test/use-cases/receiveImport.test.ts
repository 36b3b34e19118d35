import { installation } from "../../src/rights/Actor.ts"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { Imports } from "../../src/ports/Imports.ts"
import { receiveImport } from "../../src/use-cases/receiveImport.ts"
import { people, platform, receive, revalidate, rowsOf, step1 } from "../platform.ts"

const options = {
  id: crypto.randomUUID(),
  options: () => ({ invalidRows: "refuse", mode: "create" }) as const,
  createdBy: installation.id,
}
const file = {
  fileName: "../../etc/\u202epeople.csv",
  delimiter: ";" as const,
  header: ["email", "_row", "firstName", "lastName"],
  issues: Effect.succeed([
    {
      code: "file.encoding_guessed" as const,
      severity: "warning" as const,
      row: null,
      columnIndex: null,
      value: null,
      details: { sample: ["Åsa"] },
    },
  ]),
}

describe("receiving a file", () => {
  it.effect("keeps its last name, its warnings, and the columns that are meant", () =>
    Effect.gen(function* () {
      const reading = {
        code: "csv.quote_misplaced" as const,
        severity: "error" as const,
        row: 2,
        columnIndex: 2,
        value: 'A"nn',
        details: {},
      }
      const rows = Stream.make({ row: 2, cells: ["ann@x.org", "17", 'A"nn', "Lee"], issues: [reading] })
      const one = yield* receiveImport(step1, { ...file, rows }, options)
      assert.deepInclude(one, { fileName: "people.csv", state: "validating", delimiter: ";" })
      assert.deepEqual(one.columns, ["email", "firstName", "lastName"])
      assert.deepEqual(
        one.issues.map(({ code }) => code),
        ["file.encoding_guessed"],
      )
      assert.strictEqual((yield* revalidate(one.id)).state, "refused")
      const [row] = yield* rowsOf(one.id)
      assert.deepEqual(row?.cells, ["ann@x.org", 'A"nn', "Lee"])
      assert.deepInclude(row?.issues[0], { code: "csv.quote_misplaced", column: "firstName" })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("leaves nothing behind when the file breaks off", () =>
    Effect.gen(function* () {
      const rows = Stream.concat(
        Stream.fromIterable(
          Array.from({ length: 2500 }, (_, at) => ({
            row: at + 2,
            cells: [`p${at}@x.org`, "", "a", "b"],
            issues: [],
          })),
        ),
        Stream.fail("cut" as const),
      )
      assert.strictEqual(yield* Effect.flip(receiveImport(step1, { ...file, rows }, options)), "cut")
      const imports = yield* Imports
      assert.deepEqual(yield* imports.rows(options.id, { statuses: null, after: 0, limit: 10 }), [])
      assert.deepEqual((yield* imports.list(step1, { limit: 10, cursor: null })).items, [])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("sent again under the same id answers the import that is there", () =>
    Effect.gen(function* () {
      const rows = Stream.make({ row: 2, cells: ["ann@x.org", "", "Ann", "Lee"], issues: [] })
      const first = yield* receiveImport(step1, { ...file, rows }, options)
      yield* revalidate(first.id)
      const again = yield* receiveImport(step1, { ...file, rows }, options)
      assert.deepInclude(again, { id: first.id, state: "ready" })
      assert.lengthOf(yield* rowsOf(first.id), 1)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("for a database that is not there is refused", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(
        receive({ kind: "database-users", databaseId: crypto.randomUUID() }, people(1)),
      )
      assert.strictEqual(error._tag, "DatabaseNotFound")
    }).pipe(Effect.provide(platform)),
  )
})
