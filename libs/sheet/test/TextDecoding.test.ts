import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isBinary, TextDecoding } from "../src/TextDecoding.ts"
import { bytesOf, inChunks, utf16Of } from "./read.ts"

const decode = (bytes: Uint8Array, chunks = bytes.length) => {
  const decoding = new TextDecoding(bytes.slice(0, 1024))
  const read: Array<readonly [encoding: string, text: string]> = []
  const onText = (text: string) => void read.push([decoding.encoding, text])
  for (const chunk of inChunks(bytes.slice(decoding.offset), chunks)) decoding.decode(chunk, false, onText)
  decoding.decode(new Uint8Array(0), true, onText)
  return {
    text: read.map(([, text]) => text).join(""),
    encodings: [...new Set(read.map(([encoding]) => encoding))],
    fault: decoding.fault,
  }
}

describe("TextDecoding", () => {
  it.each([
    ["utf-8", bytesOf([0xef, 0xbb, 0xbf], "Åsa 名前 🙂")],
    ["utf-16le", new Uint8Array([0xff, 0xfe, ...utf16Of("Åsa 名前 🙂", true)])],
    ["utf-16be", new Uint8Array([0xfe, 0xff, ...utf16Of("Åsa 名前 🙂", false)])],
  ])("takes %s by its byte order mark, which is no text, in chunks of any size", (encoding, bytes) => {
    for (const chunks of [1, 2, 3, 5, bytes.length]) {
      expect(decode(bytes, chunks)).toEqual({ text: "Åsa 名前 🙂", encodings: [encoding], fault: null })
    }
  })

  it("keeps a second byte order mark, at the start of a chunk too", () => {
    const mark = [0xef, 0xbb, 0xbf]
    expect(decode(bytesOf(mark, mark, "a", mark), 3).text).toBe("\ufeffa\ufeff")
  })

  it("reads UTF-8 without a mark", () => {
    expect(decode(bytesOf("Łukasz"), 1)).toEqual({ text: "Łukasz", encodings: ["utf-8"], fault: null })
  })

  it("changes to Windows-1252 at the first byte that is not UTF-8 if all before was ASCII", () => {
    const bytes = bytesOf("Bj", [0xf6], "rn ", [0x80], "5")
    for (const chunks of [1, 2, bytes.length]) {
      expect(decode(bytes, chunks)).toEqual({
        text: "Björn €5",
        encodings: ["utf-8", "windows-1252"],
        fault: null,
      })
    }
  })

  it("takes a cut-off sequence at the end of ASCII for Windows-1252", () => {
    expect(decode(bytesOf("Ren", [0xe9]), 1).text).toBe("René")
  })

  it("stops at a byte that is not UTF-8 after one that is not ASCII, and says where", () => {
    const bytes = bytesOf("Åsa Bj", [0xf6], "rn")
    for (const chunks of [1, 2, bytes.length]) {
      expect(decode(bytes, chunks)).toEqual({ text: "Åsa Bj", encodings: ["utf-8"], fault: 7 })
    }
  })

  it("holds a file with a mark of UTF-8 to it", () => {
    expect(decode(bytesOf([0xef, 0xbb, 0xbf], "Bj", [0xf6], "rn")).fault).toBe(5)
  })

  it("stops at a byte that Windows-1252 does not assign", () => {
    const bytes = bytesOf("Malm", [0xf6], " ", [0x8f], "re")
    for (const chunks of [1, 2, bytes.length]) {
      expect(decode(bytes, chunks)).toEqual({
        text: "Malmö ",
        encodings: ["utf-8", "windows-1252"],
        fault: 6,
      })
    }
  })

  it("stops at half a UTF-16 code unit at the end", () => {
    expect(decode(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42]), 1)).toMatchObject({ text: "A", fault: 4 })
  })

  it("keeps lone surrogates of UTF-16 as they are", () => {
    const text = "a\ud800b\udc00\ud800"
    expect(decode(new Uint8Array([0xff, 0xfe, ...utf16Of(text, true)]), 1).text).toBe(text)
  })

  it("never makes up a replacement character", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        fc.pre(decode(bytes).encodings.every((encoding) => !encoding.startsWith("utf-16")))
        const held = new TextDecoder().decode(bytes).split("\ufffd").length
        const real = Buffer.from(bytes).toString("latin1").split("\xef\xbf\xbd").length
        if (real === 1 && held > 0) expect(decode(bytes).text).not.toContain("\ufffd")
      }),
    )
  })
})

describe("isBinary", () => {
  it.each([
    ["UTF-16 without a mark", utf16Of("email;name\r\n", true)],
    ["the same, big-endian", utf16Of("email;name\r\n", false)],
    ["UTF-32", bytesOf([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
    ["a program", bytesOf([0x7f], "ELF", [2, 1, 1, 0, 0, 0, 0, 0, 0, 0])],
  ])("is true of %s", (_, bytes) => {
    expect(isBinary(bytes)).toBe(true)
  })

  it.each([
    ["UTF-16 with a mark", new Uint8Array([0xff, 0xfe, ...utf16Of("email;name\r\n", true)])],
    ["text with a NUL", bytesOf("email;name\r\n", [0])],
    ["two NULs", bytesOf("a", [0], "b", [0])],
    ["nothing", new Uint8Array(0)],
  ])("is false of %s", (_, bytes) => {
    expect(isBinary(bytes)).toBe(false)
  })
})
