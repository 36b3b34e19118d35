import { expect, it } from "vitest"
import { decodeWindows1252, unassignedWindows1252At } from "../src/windows1252.ts"

it("reads all 256 bytes as the Encoding Standard does, but for the five that have no character", () => {
  const unassigned = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
  const assigned = Uint8Array.from(
    Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !unassigned.includes(byte)),
  )
  expect(decodeWindows1252(assigned)).toBe(new TextDecoder("windows-1252").decode(assigned))
  expect(unassignedWindows1252At(assigned)).toBe(-1)
  for (const byte of unassigned) expect(unassignedWindows1252At(Uint8Array.of(0x41, byte))).toBe(1)
})

it("takes NUL for a character", () => {
  expect(unassignedWindows1252At(Uint8Array.of(0))).toBe(-1)
  expect(decodeWindows1252(Uint8Array.of(0xe5, 0, 0x80))).toBe("å\0€")
})
