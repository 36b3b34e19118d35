import { emailKey } from "@muster/domain/model/emailKey"
import { usernameKey } from "@muster/domain/model/usernameKey"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { Effect } from "effect"

/** Whose e-mail it is, or else whose username; null for nobody's. */
export const personOf = Effect.fnUntraced(function* (identifier: string) {
  const [email, username] = [emailKey(identifier), usernameKey(identifier)]
  const found = yield* (yield* PlatformUsers).known({
    emailKeys: email === null ? [] : [email],
    usernameKeys: username === null ? [] : [username],
  })
  return found.find((user) => user.emailKey === email) ?? found[0] ?? null
})
