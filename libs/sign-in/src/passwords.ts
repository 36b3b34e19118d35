import { Passwords } from "@muster/domain/ports/Passwords"
import { dictionary } from "@zxcvbn-ts/language-common"
import { Effect, Layer } from "effect"
import { hashPassword } from "./argon2Password.ts"

const common = new Set<string>(dictionary["passwords-common"])

/** Whether attackers try it first: a password of the list, alone, repeated, or with signs and digits around it. */
const isCommon = (password: string): boolean => {
  const bare = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
  return [password, bare, once(password), once(bare)].some((one) => common.has(one.toLowerCase()))
}

/** What a text repeats, the text itself if it repeats nothing. */
const once = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text

export const passwords = Layer.succeed(Passwords, {
  hash: (password) => Effect.promise(() => hashPassword(password)),
  isCommon,
})
