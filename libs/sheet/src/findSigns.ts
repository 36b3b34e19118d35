/** In UTF-16 code units: in how much text signs are found at once. */
export const mostText = 64 * 1024

/** What findSigns.wat says, translated. A test does it anew and compares. */
export const translated =
  "AGFzbQEAAAABCAFgA39/fwF/AwIBAAUDAQAIBxECBm1lbW9yeQIABGZpbmQAAArWAQHTAQMDfwF7BX9BgIAQIQQCQANAIAMgAE8NASAD/QAEACEGIAYgAf0P/SMgBiAC/Q/9I/1QIAZBCv0P/SMgBkEN/Q/9I/1Q/VD9ZCEHIAZBwAH9D/0l/WQhCCAGQfAB/Q/9LP1kIQkCQANAIAdFDQEgB2ghCkEBIAp0QQFrIQsgCiADaiEKIAQgCiAFayAJIAtxaWogCCALcWlrQQh0IAotAAByNgIAIARBBGohBCAHIAdBAWtxIQcMAAsLIAUgCGlqIAlpayEFIANBEGohAwwACwsgBAs="

/** As far as it is needed here; the types of Node do not have it. */
interface Translation {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => {
    readonly exports: {
      readonly memory: { readonly buffer: ArrayBuffer }
      readonly find: (length: number, delimiter: number, quote: number) => number
    }
  }
}

const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Translation }).WebAssembly

const { memory, find } = new Instance(
  new Module(Uint8Array.from(atob(translated), (letter) => letter.charCodeAt(0))),
).exports

const placesFrom = 4 * mostText
const bytes = new Uint8Array(memory.buffer, 0, placesFrom)
const encoder = new TextEncoder()

/** The signs found last: of each its offset in the text times 256, plus its code. */
export const places = new Int32Array(memory.buffer, placesFrom)

/**
 * Finds each delimiter, quote and line break in a text of at most `mostText`, leaves them in `places` and returns how
 * many there are. The codes are below 128.
 */
export const findSigns = (text: string, delimiter: number, quote: number): number => {
  const { written } = encoder.encodeInto(text, bytes)
  bytes.fill(0, written, written + 16)
  return (find(written, delimiter, quote) - placesFrom) / 4
}
