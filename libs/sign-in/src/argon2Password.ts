import { argon2, randomBytes, timingSafeEqual } from "node:crypto"
import { promisify } from "node:util"

/** OWASP, Password Storage: Argon2id with 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const [saltBytes, tagBytes] = [16, 32]

const argon2id = promisify((password: string, nonce: Buffer, tagLength: number, done: Done) =>
  argon2("argon2id", { message: password.normalize("NFC"), nonce, tagLength, ...cost }, done),
)
type Done = (error: Error | null, tag: Buffer) => void

/** A password as an Argon2id string (PHC format), with a salt of its own. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes)
  return [head, encode(salt), encode(await argon2id(password, salt, tagBytes))].join("$")
}

/** Whether the password is the one that was hashed; false for a hash of another kind or cost. */
export const verifyPassword = async (hash: string, password: string): Promise<boolean> => {
  if (!hash.startsWith(`${head}$`)) return false
  const [salt, tag] = hash.slice(head.length + 1).split("$")
  if (salt === undefined || tag === undefined) return false
  const expected = Buffer.from(tag, "base64")
  const found = await argon2id(password, Buffer.from(salt, "base64"), tagBytes)
  return expected.length === found.length && timingSafeEqual(expected, found)
}

const head = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`

const encode = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "")
