import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import fc from "fast-check"
import { draftCheck } from "../../src/drafts/draftCheck.ts"
import { ImportMode, type ImportScope } from "../../src/model/Import.ts"
import { Databases } from "../../src/ports/Databases.ts"
import { columnNames } from "../../src/rows/columnNames.ts"
import { columnsOf } from "../../src/rows/columnsOf.ts"
import { textRow } from "../../src/rows/TextRow.ts"
import { createSamplePlatform } from "../../src/use-cases/createSamplePlatform.ts"
import { platform, rowsOf, step1, upload } from "../platform.ts"

const texts = [
  "",
  " ",
  "x",
  "a@x.example",
  "no address",
  "å@x.example",
  "101",
  "Reader",
  "7,01E+11",
  "\u200b",
  "__CLEAR__",
]
const alone = { email: null, username: null, thing: null }

const scopes = Effect.gen(function* () {
  yield* createSamplePlatform()
  const { items } = yield* (yield* Databases).list({ limit: 1, cursor: null, among: null })
  const databaseId = items[0]?.id ?? ""
  return [
    step1,
    { kind: "database-users", databaseId },
    { kind: "departments", databaseId },
    { kind: "permission-groups", databaseId },
  ] satisfies ReadonlyArray<ImportScope>
})

it.effect("no error is found in a draft that the server does not find", () =>
  Effect.gen(function* () {
    for (const scope of yield* scopes)
      for (const mode of ImportMode.literals) {
        const header: ReadonlyArray<string> = columnsOf(scope.kind).map(({ name }) => name)
        const cell = fc.constantFrom(...texts)
        const rows = fc.sample(fc.array(cell, { minLength: header.length, maxLength: header.length }), {
          numRuns: 40,
          seed: 7,
        })
        const one = yield* upload(scope, [header, ...rows], { mode })
        const { check } = draftCheck(scope.kind, one, null)
        for (const { row, cells, issues } of yield* rowsOf(one.id)) {
          const text = textRow(row, columnNames(one), cells)
          const found = check(text, alone, []).issues.filter(({ severity }) => severity === "error")
          for (const { column } of found)
            assert.isTrue(
              issues.some((issue) => issue.column === column && issue.severity === "error"),
              `${scope.kind} ${mode} ${JSON.stringify(cells)} ${column}`,
            )
        }
      }
  }).pipe(Effect.provide(platform)),
)
