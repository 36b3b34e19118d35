import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { sniffType } from "../src/sniffType.ts"
import { bytesOf } from "./read.ts"

const zip = (name: string, ...rest: ReadonlyArray<string>) =>
  bytesOf(
    "PK\x03\x04",
    [20, 0, 0, 0, 8, 0, 0, 0, 0, 0],
    new Array<number>(12).fill(0),
    [name.length, 0, 0, 0],
    name,
    ...rest,
  )

describe("sniffType", () => {
  it.each([
    ["xlsx", "a workbook by its content types", zip("[Content_Types].xml")],
    ["xlsx", "a workbook by its sheets", zip("xl/worksheets/sheet1.xml")],
    ["ods", "an OpenDocument sheet", zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")],
    ["zip", "another archive", zip("people.csv", "email;name\r\n")],
    ["zip", "a word processor's file", zip("[Content_Types].xml", "word/document.xml")],
    ["zip", "an empty archive", bytesOf("PK\x05\x06", new Array<number>(18).fill(0))],
    ["xls", "an old workbook", bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ["gzip", "a compressed file", gzipSync("email;name\r\n")],
    ["pdf", "a document", bytesOf("%PDF-1.7\n")],
    ["html", "a web page", bytesOf("\r\n<!DOCTYPE html><html>")],
    ["html", "a table saved as a sheet", bytesOf('<table border="1">')],
    ["html", "XML after a byte order mark", bytesOf([0xef, 0xbb, 0xbf], '<?xml version="1.0"?>')],
  ])("says %s of %s", (type, _, bytes) => {
    expect(sniffType(bytes)).toBe(type)
  })

  it.each(["", "email,name\r\n", "PK,name\r\n", "<email>;<name>\r\n", "%P,DF\r\n", "<tables>,name"])(
    "takes %j for text",
    (text) => {
      expect(sniffType(bytesOf(text))).toBe(null)
    },
  )
})
