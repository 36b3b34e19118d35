import fc from "fast-check"
import { expect, it } from "vitest"
import { completeUtf8, invalidUtf8At } from "../src/utf8.ts"

const fatal = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

const isUtf8 = (bytes: Uint8Array) => {
  try {
    fatal.decode(bytes)
    return true
  } catch {
    return false
  }
}

// Bytes at the borders of what is well-formed, so that both outcomes are common.
const byte = fc.constantFrom(
  ...[0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf],
  ...[0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff],
)
const bytes = fc.uint8Array({ maxLength: 8 }).chain((any) =>
  fc.oneof(
    fc.array(byte, { maxLength: 8 }).map((list) => Uint8Array.from(list)),
    fc.constant(any),
  ),
)

it("finds an invalid byte exactly where the platform's strict decoder finds one", () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const at = invalidUtf8At(some)
      expect(at === -1).toBe(isUtf8(some))
      if (at !== -1) expect(isUtf8(some.subarray(0, at))).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

it("holds back only a sequence that the next bytes can complete", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 6 }), fc.nat(24), (text, cut) => {
      const whole = new TextEncoder().encode(text)
      const part = whole.subarray(0, cut)
      const complete = completeUtf8(part)
      expect(isUtf8(part.subarray(0, complete))).toBe(true)
      expect(part.length - complete).toBeLessThan(4)
      if (cut >= whole.length) expect(complete).toBe(whole.length)
    }),
    { numRuns: 1000 },
  )
})
