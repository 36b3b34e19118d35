import { Clock, Effect, Option } from "effect"
import { ImportWork, type Work } from "../ports/ImportWork.ts"

/**
 * How a process takes imports. `take` claims the one named, or the one whose turn it is, has it used as told, gives it
 * back if that is interrupted, and answers whether there was one; `noteOutage` is for whoever finds the store away.
 *
 * An import in whose hands somebody has ended may end this process too, and count as a try of every other that it has
 * in hand. So it has one of them in hand at a time; and none while it is younger than a lease, since a server that
 * ends again and again for another reason would use up their tries.
 */
export const makeTaking = Effect.fnUntraced(function* (options: {
  readonly worker: string
  readonly leaseSeconds: number
}) {
  const { worker, leaseSeconds } = options
  const begun = yield* Clock.currentTimeMillis
  let awayAt = -Infinity
  let isTrying = false
  const noteOutage = Effect.map(Clock.currentTimeMillis, (now) => void (awayAt = now))

  const take = <E, R>(importId: string | null, use: (work: Work) => Effect.Effect<void, E, R>) =>
    Effect.uninterruptibleMask((restore) =>
      Effect.gen(function* () {
        const importWork = yield* ImportWork
        const now = yield* Clock.currentTimeMillis
        const isWithinLease = (since: number) => now - since < leaseSeconds * 1000
        let tries = !isTrying && !isWithinLease(begun)
        if (tries) isTrying = true
        const end = () => {
          if (tries) isTrying = false
          tries = false
        }
        return yield* Effect.gen(function* () {
          const found = yield* importWork.claim({
            importId,
            worker,
            leaseSeconds,
            untriedOnly: !tries,
            afterOutage: isWithinLease(awayAt),
          })
          if (Option.isNone(found)) return false
          if (found.value.tries === 0) end()
          yield* restore(use(found.value)).pipe(
            Effect.onInterrupt(() => Effect.ignore(importWork.release(found.value))),
          )
          return true
        }).pipe(
          Effect.tapErrorTag("StoreUnavailable", () => noteOutage),
          Effect.ensuring(Effect.sync(end)),
        )
      }),
    )
  return { take, noteOutage }
})
