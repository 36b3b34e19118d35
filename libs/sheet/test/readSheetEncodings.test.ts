import { describe, expect, it } from "vitest"
import { bytesOf, cellsOf, codesOf, readBytes, utf16Of } from "./read.ts"

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const leMark = [0xff, 0xfe]

describe("readSheet", () => {
  it("strips a byte order mark from the header", async () => {
    const outcome = await readBytes(bytesOf("\ufeffemail,name\r\na,Åsa\r\n"))
    expect(outcome.header).toEqual(["email", "name"])
    expect(outcome.dialect?.encoding).toBe("utf-8")
    expect(cellsOf(outcome)).toEqual([["a", "Åsa"]])
  })

  it.each([
    ["utf-16le", true, leMark],
    ["utf-16be", false, [0xfe, 0xff]],
  ] as const)(
    "reads %s with a mark and tabs, as Excel writes it, over odd chunks",
    async (encoding, little, mark) => {
      const bytes = new Uint8Array([...mark, ...utf16Of("email\tname\r\na@x.se\tÅsa 名前 🙂\r\n", little)])
      for (const chunks of [1, 3, 7, 1000]) {
        const outcome = await readBytes(bytes, { chunks })
        expect(outcome.dialect).toMatchObject({ format: "csv", delimiter: "\t", encoding })
        expect(cellsOf(outcome)).toEqual([["a@x.se", "Åsa 名前 🙂"]])
        expect(outcome.refusal).toEqual([])
      }
    },
  )

  it("leaves a lone surrogate in its cell", async () => {
    const bytes = new Uint8Array([...leMark, ...utf16Of("email,name\na,x\ud800y\n", true)])
    expect(cellsOf(await readBytes(bytes, { chunks: 1 }))).toEqual([["a", "x\ud800y"]])
  })

  it("leaves out the signs with which DOS ends a file, and only there", async () => {
    for (const chunks of [1, 3, 1000])
      for (const end of ["\x1a", "\r\n\x1a", "\r\n\x1a\x1a\x1a"]) {
        const outcome = await readBytes(bytesOf(`email,name\r\na,x\x1ay\r\nb,z${end}`), { chunks })
        expect([cellsOf(outcome), outcome.refusal]).toEqual([
          [
            ["a", "x\x1ay"],
            ["b", "z"],
          ],
          [],
        ])
        expect(outcome.rows.flatMap(({ issues }) => issues)).toEqual([])
      }
    expect(codesOf((await readBytes(bytesOf("\x1a".repeat(100)))).refusal)).toEqual(["file.empty"])
  })

  it("leaves a NUL in its cell", async () => {
    expect(cellsOf(await readBytes(bytesOf("email,name\na,x\0y\n")))).toEqual([["a", "x\0y"]])
  })

  it("refuses UTF-16 without a mark", async () => {
    for (const little of [true, false]) {
      const outcome = await readBytes(utf16Of("email\tname\r\na\tb\r\n", little))
      expect(outcome.refusal).toMatchObject([
        { code: "file.encoding_unknown", row: 1, details: { offset: 0 } },
      ])
    }
  })

  it("reads Windows-1252 and shows what it read", async () => {
    const bytes = latin(
      "email;name\r\na@x.se;Bj\xf6rn \xc5str\xf6m\r\nb@x.se;Bo\r\nc@x.se;50\x80 M\xe4rta Bj\xf6rn\r\n",
    )
    for (const chunks of [1, 10, 1000]) {
      const outcome = await readBytes(bytes, { chunks })
      expect(cellsOf(outcome).map((cells) => cells[1])).toEqual(["Björn Åström", "Bo", "50€ Märta Björn"])
      expect(outcome.warnings).toEqual([
        {
          code: "file.encoding_guessed",
          severity: "warning",
          row: 2,
          columnIndex: null,
          value: null,
          details: {
            encoding: "windows-1252",
            sample: ["Björn", "Åström", "50€", "Märta"],
            sampleRows: ["2", "2", "4", "4"],
          },
        },
      ])
    }
  })

  it("reads a header in Windows-1252", async () => {
    const outcome = await readBytes(latin("f\xf6rnamn;email\r\n\xc5sa;a\r\n"))
    expect(outcome.header).toEqual(["förnamn", "email"])
    expect(outcome.dialect?.encoding).toBe("windows-1252")
    expect(outcome.warnings[0]?.details).toMatchObject({ sample: ["förnamn", "Åsa"], sampleRows: ["1", "2"] })
  })

  it("warns of Windows-1252 that begins far down, in chunks of any size alike", async () => {
    const ascii = "a@x.se;Anna\r\n".repeat(10_000)
    for (const chunks of [999, 1_000_000]) {
      const bytes = latin(`email;name\r\n${ascii}b@x.se;\xc5sa\r\n`)
      const outcome = await readBytes(bytes, { chunks, limits: { maxRows: 20_000 } })
      expect(outcome.rows.at(-1)).toEqual({ row: 10_002, cells: ["b@x.se", "Åsa"], issues: [] })
      expect(outcome.dialect?.encoding).toBe("utf-8")
      expect(outcome.warnings).toMatchObject([{ row: 10_002, details: { sample: ["Åsa"] } }])
    }
  })

  it("refuses bytes that are not UTF-8 after some that are, with their offset and row", async () => {
    const start = bytesOf("email,name\r\na,Åsa\r\n")
    for (const chunks of [1, 5, 1000]) {
      const outcome = await readBytes(new Uint8Array([...start, ...latin("b,Bj\xf6rn\r\nc,d\r\n")]), {
        chunks,
      })
      expect(outcome.refusal).toEqual([
        {
          code: "file.encoding_unknown",
          severity: "error",
          row: 3,
          columnIndex: null,
          value: null,
          details: { offset: start.length + 4 },
        },
      ])
    }
  })

  it("delivers the rows before bytes that cannot be read", async () => {
    const rows = "a,Åsa\n".repeat(400)
    const outcome = await readBytes(bytesOf(`email,name\n${rows}b,`, [0xf6], "\n"), {
      limits: { maxRows: 1000 },
    })
    expect(outcome.rows.length).toBe(400)
    expect(outcome.refusal).toMatchObject([{ code: "file.encoding_unknown", row: 402 }])
  })

  it("refuses a character that Windows-1252 does not have, as Shift JIS and old DOS files do", async () => {
    const outcome = await readBytes(latin("sep=;\r\nemail;name\r\na;\x96\xbc\x8f\r\n"))
    expect(outcome.refusal).toMatchObject([
      { code: "file.encoding_unknown", row: 2, details: { offset: 23 } },
    ])
  })

  it("says nothing of an encoding in a file of ASCII", async () => {
    const outcome = await readBytes(bytesOf("email,name\r\na,b\r\n"))
    expect(codesOf(outcome.warnings)).toEqual([])
  })
})
