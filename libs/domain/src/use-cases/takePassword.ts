import { Effect, Schema } from "effect"
import { Passwords } from "../ports/Passwords.ts"
import { passwordFault } from "../rights/passwordFault.ts"

/** The password cannot be taken. */
export class PasswordRefused extends Schema.TaggedError<PasswordRefused>()("PasswordRefused", {
  fault: Schema.Literals(["too_short", "too_long", "common", "personal"]),
}) {
  override get message() {
    return "The password cannot be taken."
  }
}

/** The hash of a password that may be taken. */
export const takePassword = Effect.fnUntraced(function* (
  password: string,
  person: Parameters<typeof passwordFault>[1],
) {
  const passwords = yield* Passwords
  const fault = passwordFault(password, person, passwords.isCommon)
  return fault === null ? yield* passwords.hash(password) : yield* new PasswordRefused({ fault })
})
