import fc from "fast-check"
import { expect, it } from "vitest"
import { bytesOf, readBytes, utf16Of } from "./read.ts"

const limits = { maxRows: 6, maxBytes: 3000, maxColumns: 5, maxCellLength: 20, maxRowLength: 60 }

const text = fc.string({
  unit: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        ",",
        ";",
        "\t",
        '"',
        '"',
        "\r",
        "\n",
        "\r\n",
        "\n",
        " ",
        "a",
        "bc",
        "'=",
        "\0",
        "|",
        "'",
        '\\"',
        "email,name\n",
        "\n\n",
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("Å", "名", "🙂", "\u00a0", "\ufeff", "x".repeat(30), "\n".repeat(1100)),
    },
  ),
  maxLength: 60,
})

const start = fc.constantFrom(
  ...[
    "",
    "\n",
    ";;\n",
    "sep=;\n",
    '"sep=\t"\r\n',
    "email,name\n",
    "email;name\r\n",
    "email\tname\r",
    "email|name\n",
    "A title\n",
    "'email','name'\n",
    '"email","name',
  ],
)

const bytes = fc
  .record({
    text: fc.tuple(start, start, text).map((parts) => parts.join("")),
    encoding: fc.constantFrom("utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "windows-1252"),
    stray: fc.option(fc.tuple(fc.nat(80), fc.constantFrom(0xe5, 0x8f, 0xf0)), { freq: 3 }),
  })
  .map(({ text, encoding, stray }) => {
    const encoded = encode(text, encoding)
    if (stray === null) return encoded
    const [at, byte] = stray
    return new Uint8Array([...encoded.slice(0, at), byte, ...encoded.slice(at)])
  })

const encode = (text: string, encoding: string): Uint8Array => {
  if (encoding === "utf-16le") return new Uint8Array([0xff, 0xfe, ...utf16Of(text, true)])
  if (encoding === "utf-16be") return new Uint8Array([0xfe, 0xff, ...utf16Of(text, false)])
  if (encoding === "windows-1252") return Uint8Array.from(text, (unit) => unit.charCodeAt(0) & 0xff)
  return bytesOf(encoding === "utf-8" ? text : `\ufeff${text}`)
}

it("finds the same in a file whatever chunks it comes in", { timeout: 120_000 }, () => {
  const seen = new Set<string>()
  const chunks = fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2000 })), {
    minLength: 1,
    maxLength: 4,
  })
  return fc
    .assert(
      fc.asyncProperty(bytes, chunks, async (file, lengths) => {
        const whole = await readBytes(file, { limits })
        expect(await readBytes(file, { limits, chunks: lengths })).toEqual(whole)
        expect(await readBytes(file, { limits, chunks: 1 })).toEqual(whole)
        const issues = [...whole.refusal, ...whole.warnings, ...whole.rows.flatMap((row) => row.issues)]
        for (const { code } of issues) seen.add(code)
        for (const { cells } of whole.rows) expect(cells.length).toBe(whole.header!.length)
      }),
      { numRuns: 1500 },
    )
    .then(() => expect(seen.size).toBeGreaterThan(8))
})
