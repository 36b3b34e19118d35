import { Effect, Layer } from "effect"
import { Accesses } from "../ports/Accesses.ts"
import { MemoryState } from "./MemoryState.ts"
import { byKey, pageOf } from "./pageOf.ts"

/** The reference meaning of the port `Accesses`. */
export const memoryAccesses = Layer.effect(
  Accesses,
  Effect.gen(function* () {
    const { accesses, users } = yield* MemoryState
    const of = (databaseId: string) =>
      accesses
        .filter((one) => one.databaseId === databaseId)
        .map(({ userId, departmentId, groupName }) => ({
          userId,
          email: users.get(userId)?.email ?? "",
          departmentId,
          groupName,
        }))
    const keyOf = ({ userId }: { readonly userId: string }) => users.get(userId)?.emailKey ?? ""
    return Accesses.of({
      list: (databaseId, page) => Effect.sync(() => pageOf(of(databaseId).sort(byKey(keyOf)), page, keyOf)),
      known: (databaseId, userIds) =>
        Effect.sync(() => of(databaseId).filter((one) => userIds.includes(one.userId))),
    })
  }),
)
