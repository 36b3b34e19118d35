import { Effect } from "effect"
import { Outbox } from "../ports/Outbox.ts"
import { takePassword } from "./takePassword.ts"

/** Uses a mailed link: its user has the password from now on. The link stays usable until one can be taken. */
export const choosePassword = Effect.fn("choosePassword")(function* (tokenHash: string, password: string) {
  const outbox = yield* Outbox
  const user = yield* outbox.holder(tokenHash)
  return yield* outbox.choosePassword(tokenHash, yield* takePassword(password, user))
})
