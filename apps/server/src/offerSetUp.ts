import { SignInLinks } from "@muster/domain/ports/SignInLinks"
import { newSecret, secretHashOf } from "@muster/http/apiKeyToken"
import { Effect } from "effect"

const hours = 24

/**
 * On a platform without a super administrator: prints a link that makes the first one. It works once, for a
 * day; another start prints another one. The token stands after the `#`, which browsers send to nobody. It
 * goes to the terminal and not into the log.
 */
export const offerSetUp = Effect.fn("offerSetUp")(function* (origin: string) {
  const links = yield* SignInLinks
  const token = newSecret()
  if (!(yield* links.offerSetUp(secretHashOf(token), hours))) return
  console.log(`Make the first administrator, within ${hours} hours: ${origin}/set-up#${token}`)
})
