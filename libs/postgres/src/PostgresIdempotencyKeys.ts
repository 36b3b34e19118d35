import { IdempotencyKeys, type IdempotencyKey, type KeyState } from "@muster/domain/ports/IdempotencyKeys"
import type { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { and, eq, isNull, sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { Postgres } from "./Postgres.ts"
import { idempotencyKeys as keys } from "./tables.ts"

export const PostgresIdempotencyKeys = Layer.effect(
  IdempotencyKeys,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const named = ({ actor, route, key }: IdempotencyKey) =>
      and(eq(keys.actor, actor), eq(keys.route, route), eq(keys.key, key))
    const unanswered = (key: IdempotencyKey) => and(named(key), isNull(keys.digest))
    const inSeconds = (seconds: number) => sql`clock_timestamp() + make_interval(secs => ${seconds})`
    const old = sql`${keys.begunAt} <= clock_timestamp() - interval '24 hours'`
    const unlessOld = (kept: unknown, fresh: unknown) => sql`case when ${old} then ${fresh} else ${kept} end`

    return IdempotencyKeys.of({
      begin: Effect.fnUntraced(function* (key, id, leaseSeconds): Effect.fn.Return<
        KeyState,
        StoreUnavailable
      > {
        const leaseUntil = inSeconds(leaseSeconds)
        const [begun] = yield* run((db) =>
          db
            .insert(keys)
            .values({ ...key, reservedId: id, leaseUntil })
            .onConflictDoUpdate({
              target: [keys.actor, keys.route, keys.key],
              set: {
                reservedId: unlessOld(keys.reservedId, sql`excluded.reserved_id`),
                begunAt: unlessOld(keys.begunAt, sql`excluded.begun_at`),
                leaseUntil: sql`excluded.lease_until`,
                digest: null,
                answerStatus: null,
                body: null,
              },
              setWhere: sql`${old} or (${keys.digest} is null and ${keys.leaseUntil} <= clock_timestamp())`,
            })
            .returning({ id: keys.reservedId }),
        )
        if (begun) return { _tag: "Begun", id: begun.id }
        const [there] = yield* run((db) => db.select().from(keys).where(named(key)))
        return there?.digest != null && there.answerStatus !== null && there.body !== null
          ? {
              _tag: "Answered",
              answer: { digest: there.digest, status: there.answerStatus, body: there.body },
            }
          : { _tag: "UnderWay" }
      }),
      renew: (key, leaseSeconds) =>
        Effect.asVoid(
          run((db) =>
            db
              .update(keys)
              .set({ leaseUntil: inSeconds(leaseSeconds) })
              .where(unanswered(key)),
          ),
        ),
      finish: (key, { digest, status, body }) =>
        Effect.asVoid(
          run((db) => db.update(keys).set({ digest, answerStatus: status, body }).where(unanswered(key))),
        ),
      release: (key) =>
        Effect.asVoid(
          run((db) =>
            db
              .update(keys)
              .set({ leaseUntil: sql`clock_timestamp()` })
              .where(unanswered(key)),
          ),
        ),
    })
  }),
)
