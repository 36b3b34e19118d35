import { Clock, Effect, Layer } from "effect"
import { PersonTaken } from "../ports/PlatformUsers.ts"
import { LinkNotValid, SignInLinks } from "../ports/SignInLinks.ts"
import { isInCharge, isTaken, toPlatformUser } from "./memoryPlatformUsers.ts"
import { musterActorId } from "../rights/CurrentActor.ts"
import { userActorId } from "../rights/Actor.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState } from "./MemoryState.ts"

/** The reference meaning of the port `SignInLinks`. */
export const memorySignInLinks = Layer.effect(
  SignInLinks,
  Effect.gen(function* () {
    const { users, passwords, setUpLink, audit } = yield* MemoryState
    const inCharge = () => [...users.values()].some(isInCharge)
    const holds = (tokenHash: string, now: number) => {
      const link = setUpLink.current
      return !inCharge() && link?.tokenHash === tokenHash && link.until > now
    }
    return SignInLinks.of({
      offerSetUp: (tokenHash, hours) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          if (inCharge()) return false
          setUpLink.current = { tokenHash, until: now + hours * 3_600_000 }
          leaveLine({ audit }, musterActorId, "set_up.offered")
          return true
        }),
      holdsSetUp: (tokenHash) => Effect.map(Clock.currentTimeMillis, (now) => holds(tokenHash, now)),
      setUp: Effect.fnUntraced(function* (tokenHash, id, user, passwordHash) {
        if (!holds(tokenHash, yield* Clock.currentTimeMillis)) return yield* new LinkNotValid()
        if (isTaken(users, user)) return yield* new PersonTaken()
        const made = {
          ...user,
          id,
          status: "active",
          platformRole: "superAdministrator",
          version: 1,
        } as const
        users.set(id, made)
        passwords.set(id, passwordHash)
        setUpLink.current = null
        leaveLine({ audit }, userActorId(id), "set_up.done", { userId: id, personal: { email: user.email } })
        return toPlatformUser(made)
      }),
    })
  }),
)
