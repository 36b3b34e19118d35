/**
 * Where the first sequence that is not well-formed UTF-8 starts (Unicode Standard, table 3-7), or -1. A sequence
 * cut off by the end of the bytes is not well-formed.
 */
export const invalidUtf8At = (bytes: Uint8Array): number => {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at]!
    const length = sequenceLength(lead)
    if (length === 0 || at + length > bytes.length) return at
    if (length > 1 && !isSecond(lead, bytes[at + 1]!)) return at
    for (let next = at + 2; next < at + length; next++) if (!isContinuation(bytes[next]!)) return at
    at += length
  }
  return -1
}

/** How many bytes to decode now so that no sequence is cut in two by their end (0 to 3 bytes stay behind). */
export const completeUtf8 = (bytes: Uint8Array): number => {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (!isContinuation(byte)) return sequenceLength(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const isContinuation = (byte: number) => (byte & 0xc0) === 0x80

const sequenceLength = (lead: number) => {
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

// Overlong forms, surrogates and code points past U+10FFFF are told by the second byte.
const isSecond = (lead: number, byte: number) => {
  if (lead === 0xe0) return byte >= 0xa0 && byte <= 0xbf
  if (lead === 0xed) return byte >= 0x80 && byte <= 0x9f
  if (lead === 0xf0) return byte >= 0x90 && byte <= 0xbf
  if (lead === 0xf4) return byte >= 0x80 && byte <= 0x8f
  return isContinuation(byte)
}
