import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { Audit } from "../../src/ports/Audit.ts"
import { Imports } from "../../src/ports/Imports.ts"
import { correctRows } from "../../src/use-cases/correctRows.ts"
import { repairRows } from "../../src/use-cases/repairRows.ts"
import { reportImport } from "../../src/use-cases/reportImport.ts"
import { undoImport } from "../../src/use-cases/undoImport.ts"
import { installation } from "../../src/rights/Actor.ts"
import { lastLines, platform, receive, revalidate, rowsOf, run, step1, upload } from "../platform.ts"

const table = [
  ["email", "firstName", "lastName"],
  ["a@gmial.com", "BjÃ¶rn", "Ã–berg"],
  ["b@x.org", "Åsa", "MÃ¥rd"],
  ["c@hotmal.se", "Ek, Bo", ""],
]
const cellsOf = (id: string) => Effect.map(rowsOf(id), (rows) => rows.map(({ cells }) => cells))

describe("a repair", () => {
  it.effect("is done in all rows with the same damage, and told from then on", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table)
      const repaired = yield* repairRows(step1, id, { kind: "misreadLetters" })
      assert.strictEqual(repaired.state, "validating")
      yield* revalidate(id)
      assert.deepEqual(yield* cellsOf(id), [
        ["a@gmial.com", "Björn", "Öberg"],
        ["b@x.org", "Åsa", "Mård"],
        ["c@hotmal.se", "Ek, Bo", ""],
      ])
      const [row] = yield* rowsOf(id)
      assert.deepEqual(
        row?.issues.map(({ code, severity, column, value, details }) => [
          ...[code, severity, column, value],
          details.from,
        ]),
        [
          ["cell.repaired", "info", "firstName", "Björn", "BjÃ¶rn"],
          ["cell.repaired", "info", "lastName", "Öberg", "Ã–berg"],
          ["cell.damaged", "warning", "email", "a@gmial.com", undefined],
        ],
      )
    }).pipe(Effect.provide(platform)),
  )

  it.effect("of a name fills both of its cells", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table)
      yield* repairRows(step1, id, { kind: "surnameFirst", rows: [4] })
      assert.strictEqual((yield* revalidate(id)).state, "ready")
      assert.deepEqual((yield* cellsOf(id))[2], ["c@hotmal.se", "Bo", "Ek"])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is done in one column or in some rows, if so wanted", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table)
      yield* repairRows(step1, id, { kind: "misreadLetters", column: "lastName", rows: [2, 4, 99] })
      assert.deepEqual((yield* cellsOf(id)).slice(0, 2), [
        ["a@gmial.com", "BjÃ¶rn", "Öberg"],
        ["b@x.org", "Åsa", "MÃ¥rd"],
      ])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("done again changes nothing, and leaves no line in the audit", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table)
      yield* repairRows(step1, id, { kind: "misreadLetters" })
      const after = yield* revalidate(id)
      const audit = yield* Audit
      const { items } = yield* audit.list(lastLines)
      assert.deepEqual(yield* repairRows(step1, id, { kind: "misreadLetters" }), after)
      assert.deepEqual((yield* audit.list(lastLines)).items, items)
      const corrected = items.filter(({ event }) => event === "import.corrected")
      assert.deepEqual(
        corrected.map(({ details }) => details),
        [JSON.stringify({ row: "2-3", leftOut: "" })],
      )
    }).pipe(Effect.provide(platform)),
  )

  it.effect("shows what was not seen", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, [
        ["email", "firstName", "lastName"],
        ["a\u200bb@x.org", "Аnna", "Ek"],
      ])
      yield* repairRows(step1, id, { kind: "hiddenCharacters" })
      yield* repairRows(step1, id, { kind: "lookAlikeLetters" })
      yield* revalidate(id)
      const [row] = yield* rowsOf(id)
      assert.deepEqual(
        row?.issues.map(({ details }) => [details.from, details.candidates]),
        [
          ["a[U+200B]b@x.org", ["a\u200bb@x.org"]],
          ["А[U+0410]nna", ["Аnna"]],
        ],
      )
    }).pipe(Effect.provide(platform)),
  )

  it.effect("made by a correction is told as well", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table)
      yield* correctRows(step1, id, [{ row: 4, cells: { firstName: "Bo ", lastName: "Eek" } }])
      yield* revalidate(id)
      const [row] = (yield* rowsOf(id)).slice(2)
      assert.deepEqual(
        row?.issues.map(({ code, column, details }) => [code, column, details.from]),
        [
          ["cell.repaired", "firstName", "Ek, Bo"],
          ["cell.damaged", "email", undefined],
        ],
      )
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is taken back by a correction, and then no longer told", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table)
      yield* repairRows(step1, id, { kind: "misspeltDomain" })
      yield* correctRows(step1, id, [{ row: 2, cells: { email: "a@gmial.com" } }])
      yield* revalidate(id)
      const codes = (yield* rowsOf(id)).map(({ issues }) =>
        issues.filter(({ column }) => column === "email").map(({ code }) => code),
      )
      assert.deepEqual(codes, [["cell.damaged"], [], ["cell.repaired"]])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("keeps what reading found in the row as a whole", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table)
      const imports = yield* Imports
      const [was] = yield* imports.rows(id, { statuses: null, after: 0, limit: 1 })
      assert.isDefined(was)
      const ragged = {
        code: "row.extra_cells",
        severity: "error",
        row: 2,
        column: null,
        value: null,
        details: {},
      } as const
      const becomes = { ...was, emailKey: null, usernameKey: null, readingIssues: [ragged] }
      yield* imports.correctRows(step1, id, [{ was: was.cells, becomes }])
      yield* revalidate(id)
      yield* repairRows(step1, id, { kind: "misspeltDomain" })
      assert.strictEqual((yield* revalidate(id)).counts.invalid, 2)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("goes through a file of any length, and is in its report", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, [
        ["email", "firstName", "lastName"],
        ...Array.from({ length: 2500 }, (_, at) => [`p${at}@x.org`, "Per", at % 2 ? "Ã–berg" : "Ek"]),
      ])
      yield* repairRows(step1, id, { kind: "misreadLetters" })
      assert.strictEqual((yield* revalidate(id)).state, "ready")
      yield* run(step1, id)
      const { rows } = yield* reportImport(step1, id, "all", "en")
      const told = (yield* Stream.runCollect(rows)).filter(({ cells }) => cells.includes("cell.repaired"))
      assert.lengthOf(told, 1250)
      assert.include(told[0]?.cells ?? [], 'Last name was repaired: "Ã–berg" became "Öberg".')
    }).pipe(Effect.provide(platform)),
  )

  it.effect("of an import that has run, or is to undo one, is refused", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table.slice(0, 3))
      yield* run(step1, id)
      const late = yield* Effect.flip(repairRows(step1, id, { kind: "misreadLetters" }))
      assert.deepInclude(late, { _tag: "ImportStateForbids", state: "completed" })
      const undo = yield* undoImport(step1, id, {
        id: crypto.randomUUID(),
        createdBy: installation.id,
        days: 30,
      })
      yield* revalidate(undo.id)
      const back = yield* Effect.flip(repairRows(step1, undo.id, { kind: "misreadLetters" }))
      assert.strictEqual(back._tag, "ImportStateForbids")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is done also while the import is being validated, but for rows left out", () =>
    Effect.gen(function* () {
      const { id } = yield* receive(step1, table)
      yield* correctRows(step1, id, [{ row: 3, leaveOut: true }])
      yield* repairRows(step1, id, { kind: "misreadLetters" })
      yield* repairRows(step1, id, { kind: "misspeltDomain" })
      assert.deepEqual(yield* cellsOf(id), [
        ["a@gmail.com", "Björn", "Öberg"],
        ["b@x.org", "Åsa", "MÃ¥rd"],
        ["c@hotmail.se", "Ek, Bo", ""],
      ])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("of damage that no row has leaves the import as it is", () =>
    Effect.gen(function* () {
      const one = yield* receive(step1, table)
      assert.deepEqual(yield* repairRows(step1, one.id, { kind: "madeDate" }), one)
    }).pipe(Effect.provide(platform)),
  )
})
