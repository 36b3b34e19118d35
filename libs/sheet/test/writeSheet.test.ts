import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import fc from "fast-check"
import { expect } from "vitest"
import type { Delimiter } from "../src/Sheet.ts"
import { writeSheet } from "../src/writeSheet.ts"
import { inChunks, readStream, type ReadOptions } from "./read.ts"

const write = (
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  delimiter: Delimiter = ",",
) => Stream.mkUint8Array(writeSheet({ delimiter }, header, Stream.fromIterable(rows)))

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)

const writeAndRead = (
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  delimiter: Delimiter,
  options: ReadOptions,
) =>
  write(header, rows, delimiter).pipe(
    Effect.flatMap((bytes) =>
      readStream(Stream.fromIterable(inChunks(bytes, options.chunks ?? 100)), options),
    ),
  )

describe("writeSheet", () => {
  it.effect("writes a byte order mark, CRLF after every row and quotes where RFC 4180 asks for them", () =>
    Effect.gen(function* () {
      const rows = [
        ["a@x.se", 'Anna "A" Ö'],
        ["b@x.se", "two\nlines"],
      ]
      const bytes = yield* write(["email", "full, name"], rows)
      assert.deepStrictEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
      assert.strictEqual(
        text(bytes),
        '\ufeffemail,"full, name"\r\na@x.se,"Anna ""A"" Ö"\r\nb@x.se,"two\nlines"\r\n',
      )
    }),
  )

  it.effect("parts cells by the delimiter asked for", () =>
    Effect.gen(function* () {
      assert.strictEqual(text(yield* write(["a", "b"], [["1", "2"]], ";")), "\ufeffa;b\r\n1;2\r\n")
      assert.strictEqual(text(yield* write(["a", "b"], [["1", "2"]], "\t")), "\ufeffa\tb\r\n1\t2\r\n")
    }),
  )

  it.effect("writes the header alone when there are no rows", () =>
    Effect.gen(function* () {
      assert.strictEqual(text(yield* write(["email"], [])), "\ufeffemail\r\n")
    }),
  )

  it.effect("lets no formula out, in the header neither", () =>
    Effect.gen(function* () {
      const bytes = yield* write(["=1", "b"], [["=cmd|' /C calc'!A0", "O'Brien"]])
      assert.strictEqual(text(bytes), "\ufeff'=1,b\r\n\"'=cmd|' /C calc'!A0\",O'Brien\r\n")
    }),
  )

  it.effect("writes a lone surrogate as U+FFFD, as UTF-8 has no form for it", () =>
    Effect.gen(function* () {
      assert.strictEqual(text(yield* write(["a"], [["x\ud800y"]])), "\ufeffa\r\nx\ufffdy\r\n")
    }),
  )

  it.effect("fails as its rows fail", () =>
    Effect.gen(function* () {
      const rows = Stream.concat(Stream.make(["1"]), Stream.fail("lost"))
      const failure = yield* Effect.flip(Stream.runDrain(writeSheet({ delimiter: "," }, ["a"], rows)))
      assert.strictEqual(failure, "lost")
    }),
  )
})

describe("readSheet of writeSheet", () => {
  const cell = fc.oneof(
    fc.string({
      unit: fc.constantFrom(
        "a",
        "Ö",
        "名",
        "🙂",
        '"',
        "'",
        ",",
        ";",
        "\t",
        "\r",
        "\n",
        " ",
        "\0",
        "=",
        "-",
        "＝",
        "\ufeff",
      ),
      maxLength: 6,
    }),
    fc.string({ unit: "binary", maxLength: 6 }),
  )
  const table = fc.array(cell, { maxLength: 3 }).chain((more) => {
    const width = more.length + 1
    const row = fc.array(cell, { minLength: width, maxLength: width })
    return fc.record({ header: fc.constant(["email", ...more]), rows: fc.array(row, { maxLength: 5 }) })
  })

  const isBlank = (cells: ReadonlyArray<string>) => cells.every((one) => one.trim() === "")

  it("gives back every cell under every delimiter, in chunks of any size", { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom<Delimiter>(",", ";", "\t"),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
        async ({ header, rows }, delimiter, chunks) => {
          const outcome = await Effect.runPromise(
            writeAndRead(header, rows, delimiter, { known: ["email"], chunks }),
          )
          const last = header.findLastIndex((one) => one.trim() !== "")
          const expected = rows.filter((row) => !isBlank(row))
          expect(outcome.header).toEqual(header.slice(0, last + 1))
          if (header.length > 1 && last === header.length - 1)
            expect(outcome.dialect?.delimiter).toBe(delimiter)
          expect(outcome.refusal.map(({ code }) => code)).toEqual(
            expected.length === 0 ? ["file.no_rows"] : [],
          )
          if (last < header.length - 1) return
          expect(outcome.rows.map((row) => row.cells)).toEqual(expected)
          expect(outcome.rows.flatMap((row) => row.issues)).toEqual([])
        },
      ),
      { numRuns: 1000 },
    ),
  )
})
