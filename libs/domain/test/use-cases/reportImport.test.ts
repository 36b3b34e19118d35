import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { changeOptions } from "../../src/use-cases/moveImport.ts"
import { reportImport } from "../../src/use-cases/reportImport.ts"
import { platform, revalidate, run, step1, upload } from "../platform.ts"

const table = [
  ["E-post", "Förnamn", "lastName", "Town"],
  ["ann@x.org", "Ann", "Lee", "Umeå"],
  ["no-address", "", "Day", "Boden"],
]

describe("a report", () => {
  it.effect("has the file's own columns first, then what happened and why", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, table)
      yield* changeOptions(step1, id, { invalidRows: "skip" })
      yield* revalidate(id)
      yield* run(step1, id)
      const { header, rows } = yield* reportImport(step1, id, "failed", "sv")
      assert.deepEqual(header, [
        ...["E-post", "Förnamn", "lastName", "Town"],
        ...["_row", "_status", "_code", "_column", "_message", "_suggestion"],
      ])
      const [row] = yield* Stream.runCollect(rows)
      assert.deepEqual(row?.cells, [
        ...["no-address", "", "Day", "Boden", "3", "failed"],
        "cell.required | email.invalid",
        "Förnamn | E-post",
        'Förnamn saknas. | "no-address" saknar @.',
        "Fyll i cellen. | Skriv den som namn@foretag.se, en adress, utan namn eller parenteser.",
      ])
      assert.deepEqual(
        [...(row?.marks ?? [])],
        [
          [1, { severity: "error", text: "Förnamn saknas.\nFyll i cellen." }],
          [
            0,
            {
              severity: "error",
              text: '"no-address" saknar @.\nSkriv den som namn@foretag.se, en adress, utan namn eller parenteser.',
            },
          ],
        ],
      )
      const all = yield* reportImport(step1, id, "all", "en")
      assert.deepEqual(
        (yield* Stream.runCollect(all.rows)).map(({ cells }) => cells[5]),
        ["created", "failed"],
      )
    }).pipe(Effect.provide(platform)),
  )
})
