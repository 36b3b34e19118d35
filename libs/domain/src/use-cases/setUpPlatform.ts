import { Effect, Schema } from "effect"
import { Passwords } from "../ports/Passwords.ts"
import { LinkNotValid, SignInLinks } from "../ports/SignInLinks.ts"
import { passwordFault } from "../rights/passwordFault.ts"
import type { ColumnName } from "../rows/Column.ts"
import { checkPerson } from "./createPlatformUser.ts"

/** The password cannot be taken. */
export class PasswordRefused extends Schema.TaggedError<PasswordRefused>()("PasswordRefused", {
  fault: Schema.Literals(["too_short", "too_long", "common", "personal"]),
}) {
  override get message() {
    return "The password cannot be taken."
  }
}

/**
 * Makes the first super administrator by the link that the first start printed; it works once. The person is
 * held against the same rules as a row of an import.
 */
export const setUpPlatform = Effect.fn("setUpPlatform")(function* (
  tokenHash: string,
  id: string,
  cells: Readonly<Partial<Record<ColumnName, string>>>,
  password: string,
) {
  const links = yield* SignInLinks
  // Before anything else: whoever has no link learns nothing, of nobody.
  if (!(yield* links.holdsSetUp(tokenHash))) return yield* new LinkNotValid()
  const user = yield* checkPerson(id, cells)
  const passwordHash = yield* takePassword(password, user)
  return yield* links.setUp(tokenHash, id, user, passwordHash)
})

/** The hash of a password that may be taken. */
export const takePassword = Effect.fnUntraced(function* (
  password: string,
  person: Parameters<typeof passwordFault>[1],
) {
  const passwords = yield* Passwords
  const fault = passwordFault(password, person, passwords.isCommon)
  return fault === null ? yield* passwords.hash(password) : yield* new PasswordRefused({ fault })
})
