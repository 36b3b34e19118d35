import { createHmac } from "node:crypto"

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

/** The code that an authenticator app shows at a moment for a secret in Base32 (RFC 6238: SHA-1, six digits, 30 s). */
export const totp = (secret: string, millis = Date.now()): string => {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("")
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(millis / 30_000)))
  const tag = createHmac("sha1", key).update(counter).digest()
  const at = (tag[19] ?? 0) & 15
  return String((tag.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0")
}
