import { Effect, Layer } from "effect"
import { PermissionCatalogue } from "../ports/PermissionCatalogue.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState } from "./MemoryState.ts"
import { byKey } from "./pageOf.ts"

/** The reference meaning of the port `PermissionCatalogue`. */
export const memoryPermissionCatalogue = Layer.effect(
  PermissionCatalogue,
  Effect.gen(function* () {
    const { permissions, audit } = yield* MemoryState
    return PermissionCatalogue.of({
      list: Effect.sync(() => [...permissions].sort(byKey(({ name }) => name))),
      register: (registered) =>
        Effect.map(CurrentActor, (actor) => {
          permissions.splice(0, permissions.length, ...registered)
          leaveLine({ audit }, actor, "permissions.registered", {
            details: { permissions: registered.length },
          })
        }),
    })
  }),
)
