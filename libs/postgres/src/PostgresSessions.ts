import { SessionNotFound, Sessions } from "@muster/domain/ports/Sessions"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { desc, eq, sql, type SQL } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { auditLine } from "./auditLine.ts"
import { isUuid } from "./isStorable.ts"
import { Postgres } from "./Postgres.ts"
import { sessions } from "./signInTables.ts"

export const PostgresSessions = Layer.effect(
  Sessions,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    /** Ends the user's sessions that are meant, with a line of the audit for each; answers how many. */
    const end = Effect.fnUntraced(function* (userId: string, meant: SQL) {
      const actor = yield* CurrentActor
      const gone = yield* run((db) =>
        db.execute(sql`
          with gone as (delete from sessions where user_id = ${userId} and ${meant} returning id),
            ${auditLine({ actor, event: "session.ended", userId }, sql`gone`)}
          select from gone`),
      )
      return gone.length
    })

    return Sessions.of({
      list: (userId) =>
        Effect.map(
          run((db) =>
            db
              .select()
              .from(sessions)
              .where(sql`${eq(sessions.userId, userId)} and ${sessions.expiresAt} > now()`)
              .orderBy(desc(sessions.createdAt)),
          ),
          (found) =>
            found.map(({ id, createdAt, updatedAt, userAgent }) => ({
              id,
              createdAt: createdAt.toISOString(),
              lastUsedAt: updatedAt.toISOString(),
              userAgent: userAgent === "" ? null : userAgent,
            })),
        ),
      touch: (id, idleMinutes) =>
        Effect.map(
          run((db) =>
            db.execute(sql`
              update sessions set updated_at = now()
              where id = ${id} and updated_at > now() - ${idleMinutes}::float8 * interval '1 minute'
              returning id`),
          ),
          (kept) => kept.length > 0,
        ),
      end: Effect.fnUntraced(function* (userId, id) {
        const ended = isUuid(id) ? yield* end(userId, sql`id = ${id}`) : 0
        if (ended === 0) return yield* new SessionNotFound({ id })
      }),
      endAll: (userId) => end(userId, sql`true`),
      changePassword: Effect.fnUntraced(function* (userId, passwordHash, except) {
        const actor = yield* CurrentActor
        yield* run((db) =>
          db.execute(sql`
            with signs_in as (
              update sign_ins set password = ${passwordHash}, updated_at = now()
              where user_id = ${userId} and provider_id = 'credential' returning user_id
            ), ended as (delete from sessions s using signs_in where s.user_id = signs_in.user_id and s.id <> ${except}
            ), revoked as (delete from api_keys k using signs_in where k.owner_id = signs_in.user_id
            ), unlinked as (delete from sign_in_links l using signs_in where l.user_id = signs_in.user_id
            ), ${auditLine({ actor, event: "password.chosen", userId }, sql`signs_in`)}
            select from signs_in`),
        )
      }),
    })
  }),
)
