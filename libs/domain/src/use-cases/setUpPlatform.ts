import { Effect } from "effect"
import { LinkNotValid, SignInLinks } from "../ports/SignInLinks.ts"
import type { ColumnName } from "../rows/Column.ts"
import { checkPerson } from "./createPlatformUser.ts"
import { takePassword } from "./takePassword.ts"

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
