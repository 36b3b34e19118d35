import { Clock, Effect, Layer } from "effect"
import { IdempotencyKeys, type IdempotencyKey, type KeyState } from "../ports/IdempotencyKeys.ts"
import { MemoryState } from "./MemoryState.ts"

const kept = 24 * 60 * 60 * 1000

/** The reference meaning of the port `IdempotencyKeys`. */
export const memoryIdempotencyKeys = Layer.effect(
  IdempotencyKeys,
  Effect.gen(function* () {
    const { keys } = yield* MemoryState
    return IdempotencyKeys.of({
      begin: (key, id, leaseSeconds) =>
        Effect.map(Clock.currentTimeMillis, (now): KeyState => {
          const found = keys.get(nameOf(key))
          const there = found && found.begunAt + kept > now ? found : undefined
          if (there?.answer) return { _tag: "Answered", answer: there.answer }
          if (there && there.leaseUntil > now) return { _tag: "UnderWay" }
          const begun = { id: there?.id ?? id, begunAt: there?.begunAt ?? now, answer: null }
          keys.set(nameOf(key), { ...begun, leaseUntil: now + leaseSeconds * 1000 })
          return { _tag: "Begun", id: begun.id }
        }),
      renew: (key, leaseSeconds) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const there = keys.get(nameOf(key))
          if (there && !there.answer)
            keys.set(nameOf(key), { ...there, leaseUntil: now + leaseSeconds * 1000 })
        }),
      finish: (key, answer) =>
        Effect.sync(() => {
          const there = keys.get(nameOf(key))
          if (there && !there.answer) keys.set(nameOf(key), { ...there, answer })
        }),
      release: (key) =>
        Effect.sync(() => {
          const there = keys.get(nameOf(key))
          if (there && !there.answer) keys.set(nameOf(key), { ...there, leaseUntil: 0 })
        }),
    })
  }),
)

const nameOf = ({ actor, route, key }: IdempotencyKey) => JSON.stringify([actor, route, key])
