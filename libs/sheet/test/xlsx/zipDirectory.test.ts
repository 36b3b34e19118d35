import { describe, expect, it } from "vitest"
import { XlsxFault } from "../../src/xlsx/XlsxFault.ts"
import { zipDirectory } from "../../src/xlsx/zipDirectory.ts"
import { makeZip, type ZipPart } from "./makeZip.ts"

const namesOf = (file: Buffer) => [...zipDirectory(file, 512).values()].map(({ name }) => name)

const faultOf = (file: Buffer, maxParts = 512) => {
  try {
    zipDirectory(file, maxParts)
  } catch (cause) {
    if (!(cause instanceof XlsxFault)) throw cause
    const { code, details } = cause.finding
    return [code, details?.fault ?? details?.found ?? details?.exceeded].join(" ")
  }
  return null
}

const one: ZipPart = { name: "a.xml", content: "<a/>" }
const two: ZipPart = { name: "b.xml", content: "<b/>", stored: true }

/** Sizes in the extra field of ZIP64. */
const wide = (...sizes: ReadonlyArray<number>) => {
  const extra = Buffer.alloc(4 + sizes.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(sizes.length * 8, 2)
  sizes.forEach((size, at) => extra.writeBigUInt64LE(BigInt(size), 4 + at * 8))
  return extra
}

/** The archive with an end of its directory in the form of ZIP64, and one in the old form that refers to it. */
const zip64 = (parts: ReadonlyArray<ZipPart>, count = parts.length) => {
  const plain = makeZip(parts)
  const end = plain.length - 22
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(44n, 4)
  end64.writeBigUInt64LE(BigInt(count), 24)
  end64.writeBigUInt64LE(BigInt(count), 32)
  end64.writeBigUInt64LE(BigInt(plain.readUInt32LE(end + 12)), 40)
  end64.writeBigUInt64LE(BigInt(plain.readUInt32LE(end + 16)), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(end), 8)
  const old = Buffer.from(plain.subarray(end))
  old.writeUInt16LE(0xffff, 8)
  old.writeUInt16LE(0xffff, 10)
  old.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([plain.subarray(0, end), end64, locator, old])
}

/** An entry whose content holds a second one. */
const nested = (() => {
  const inner = makeZip([two]).subarray(0, 30 + two.name.length + two.content.length)
  const outer = { ...one, content: inner, stored: true }
  const offset = 30 + one.name.length
  return makeZip([outer, { ...two, claims: { offset } }])
})()

describe("the directory of an archive", () => {
  it("lists its entries, with a comment or without", () => {
    expect(namesOf(makeZip([one, two]))).toEqual(["a.xml", "b.xml"])
    expect(namesOf(makeZip([one, two], { comment: "made by hand" }))).toEqual(["a.xml", "b.xml"])
    expect(namesOf(makeZip([]))).toEqual([])
  })

  it("is found in the form of ZIP64 too", () => {
    expect(namesOf(zip64([one, two]))).toEqual(["a.xml", "b.xml"])
  })

  it("takes names with either slash, in UTF-8 where they say so", () => {
    expect(namesOf(makeZip([{ ...one, name: "xl\\a.xml" }]))).toEqual(["xl/a.xml"])
    expect(namesOf(makeZip([{ ...one, name: "å.xml", claims: { flags: 0x0800 } }]))).toEqual(["å.xml"])
  })

  it.each<[string, Buffer]>([
    ["file.damaged zip", Buffer.from("PK\x03\x04")],
    ["file.damaged zip", makeZip([one], { after: "\0" })],
    ["file.damaged zip", makeZip([one], { count: 2 })],
    ["file.damaged zip", makeZip([one, two], { count: 1 })],
    ["file.damaged zip", zip64([one], 2)],
    ["file.damaged zip", zip64([one], 2 ** 40)],
    ["file.damaged zip", makeZip([{ ...one, claims: { method: 12 } }])],
    ["file.damaged zip", makeZip([{ ...one, claims: { offset: 5 } }])],
    ["file.damaged zip", makeZip([{ ...one, claims: { offset: 0xffffffff, extra: wide(2 ** 50) } }])],
    ["file.encrypted ", makeZip([{ ...one, claims: { flags: 1 } }])],
    ["file.unsafe entry_twice", makeZip([one, { ...two, name: "A.XML" }])],
    ["file.unsafe entries_overlap", nested],
    ["file.unsafe entry_disguised", makeZip([{ ...one, claims: { localName: "b.xml" } }])],
    ["file.unsafe entry_name", makeZip([{ ...one, name: "../a.xml" }])],
    ["file.unsafe entry_name", makeZip([{ ...one, name: "xl/../../a.xml" }])],
    ["file.unsafe entry_name", makeZip([{ ...one, name: "..\\a.xml" }])],
    ["file.unsafe entry_name", makeZip([{ ...one, name: "/etc/a.xml" }])],
    ["file.unsafe entry_name", makeZip([{ ...one, name: "C:\\a.xml" }])],
    ["file.unsafe entry_name", makeZip([{ ...one, name: "a\0.xml" }])],
    ["file.unsafe entry_name", makeZip([{ ...one, name: "" }])],
  ])("is refused with %s where readers could disagree or be led astray (%#)", (code, file) => {
    expect(faultOf(file)).toBe(code)
  })

  it("is refused for more entries than allowed", () => {
    expect(faultOf(makeZip([one, two]), 1)).toBe("file.too_complex parts")
  })
})
