import { linkDays } from "@muster/domain/messages/tellMail"
import { MailPurpose } from "@muster/domain/model/Mail"
import type { Standing } from "@muster/domain/model/Standing"
import { Outbox, type DueMail } from "@muster/domain/ports/Outbox"
import { PlatformUserNotFound, PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { LinkNotValid } from "@muster/domain/ports/SignInLinks"
import { CurrentActor, musterActorId } from "@muster/domain/rights/CurrentActor"
import { sql, type SQL } from "drizzle-orm"
import { Effect, Layer, Option } from "effect"
import { auditLine } from "./auditLine.ts"
import { isUuid } from "./isStorable.ts"
import { Postgres } from "./Postgres.ts"

export const PostgresOutbox = Layer.effect(
  Outbox,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const users = yield* PlatformUsers
    const ask = <A extends Record<string, unknown>>(statement: SQL) => run((db) => db.execute<A>(statement))
    const found = (id: string) =>
      Effect.catchTag(users.find(id), "PlatformUserNotFound", () => new LinkNotValid())

    return Outbox.of({
      put: Effect.fnUntraced(function* (userId, purpose) {
        const actor = yield* CurrentActor
        const line = { actor, event: "mail.asked", userId, details: { purpose } } as const
        const put = isUuid(userId)
          ? yield* ask(sql`
              with put as (
                insert into mails (user_id, purpose)
                select id, ${purpose} from platform_users where id = ${userId} and status = 'active'
                ${unlessWaiting} returning id
              ), ${auditLine(line, sql`put`)}
              select from put`)
          : []
        if (put.length === 0) return yield* new PlatformUserNotFound({ id: userId })
      }),
      inviteCreated: (importId) =>
        Effect.flatMap(CurrentActor, (actor) =>
          ask<{ count: number }>(sql`
            with put as (
            insert into mails (user_id, purpose, import_id)
            select u.id, 'invitation', ${importId}::uuid from ${createdBy(importId)}
            where u.status = 'active' and not exists (select from sign_ins s where s.user_id = u.id)
              and not exists (select from mails m where m.user_id = u.id and m.import_id = ${importId})
            order by u.id ${unlessWaiting} returning id
            ), counted as (select count(*)::int as count from put),
            ${auditLine(
              {
                actor,
                event: "mails.asked",
                importId: isUuid(importId) ? importId : sql`null`,
                details: sql`json_build_object('mails', count)`,
              },
              sql`counted where count > 0`,
            )}
            select count from counted`),
        ).pipe(Effect.map(([put]) => put?.count ?? 0)),
      standing: (importId) =>
        Effect.map(
          ask<{ at: keyof Standing; count: number }>(sql`
            select coalesce(
              (select 'accepted' from sign_ins s where s.user_id = u.id limit 1),
              (select m.state from mails m where m.user_id = u.id and m.purpose = 'invitation'
                order by m.created_at desc limit 1),
              'notInvited') as at, count(*)::int as count
            from ${createdBy(importId)} group by 1`),
          (counts): Standing => ({
            created: counts.reduce((sum, { count }) => sum + count, 0),
            notInvited: 0,
            waiting: 0,
            delivered: 0,
            bounced: 0,
            accepted: 0,
            ...Object.fromEntries(counts.map(({ at, count }) => [at, count])),
          }),
        ),
      take: Effect.fnUntraced(function* ({ tokenHash, leaseSeconds }) {
        const [due] = yield* ask<{ id: string; purpose: DueMail["purpose"]; user_id: string }>(sql`
          with due as (
            select m.id, m.user_id, m.purpose from mails m join platform_users u on u.id = m.user_id
            where m.state = 'waiting' and m.due_at <= now() and m.taken_until <= now() and u.status = 'active'
            order by m.due_at limit 1 for update of m skip locked
          ), taken as (
            update mails m set tries = m.tries + 1, taken_until = now() + ${leaseSeconds}::float8 * interval '1 second'
            from due where m.id = due.id
          ), linked as (
            insert into sign_in_links (token_hash, purpose, user_id, expires_at)
            select ${tokenHash}, due.purpose, due.user_id,
              now() + ${daysOf} * interval '1 day' from due
            on conflict (purpose, user_id) do update set token_hash = excluded.token_hash,
              created_at = excluded.created_at, expires_at = excluded.expires_at
          )
          select id, purpose, user_id from due`)
        if (!due) return Option.none()
        const user = yield* Effect.option(users.find(due.user_id))
        return Option.map(user, (user): DueMail => ({ id: due.id, purpose: due.purpose, user }))
      }),
      settle: (id, state) =>
        Effect.asVoid(
          ask(sql`
            with settled as (
              update mails set state = ${state} where id = ${id} and state = 'waiting' returning user_id, purpose
            ), ${auditLine(
              {
                actor: musterActorId,
                event: `mail.${state}`,
                userId: sql`user_id`,
                details: sql`json_build_object('purpose', purpose)`,
              },
              sql`settled`,
            )}
            select from settled`),
        ),
      postpone: (id) =>
        Effect.asVoid(
          ask(sql`update mails set taken_until = now(),
            due_at = now() + least(2 ^ greatest(tries - 1, 0), 3600) * interval '1 second'
            where id = ${id} and state = 'waiting'`),
        ),
      holder: Effect.fnUntraced(function* (tokenHash) {
        const [link] = yield* ask<{ user_id: string }>(sql`select l.user_id ${usable(tokenHash)}`)
        return link ? yield* found(link.user_id) : yield* new LinkNotValid()
      }),
      choosePassword: Effect.fnUntraced(function* (tokenHash, passwordHash) {
        const [used] = yield* ask<{ user_id: string }>(sql`
          with usable as (select l.token_hash, l.user_id ${usable(tokenHash)} for update of l
          ), used as (
            delete from sign_in_links l using usable where l.user_id = usable.user_id
          ), ended as (delete from sessions s using usable where s.user_id = usable.user_id
          ), revoked as (delete from api_keys k using usable where k.owner_id = usable.user_id
          ), signs_in as (
            insert into sign_ins (id, user_id, provider_id, account_id, password, created_at, updated_at)
            select gen_random_uuid(), user_id, 'credential', user_id::text, ${passwordHash}, now(), now() from usable
            on conflict (user_id, provider_id) do update
              set password = excluded.password, updated_at = excluded.updated_at
          ), ${auditLine(
            { actor: sql`'user:' || user_id`, event: "password.chosen", userId: sql`user_id` },
            sql`usable`,
          )}
          select user_id from usable`)
        return used ? yield* found(used.user_id) : yield* new LinkNotValid()
      }),
    })
  }),
)

const unlessWaiting = sql`on conflict (user_id, purpose) where state = 'waiting' do update
  set due_at = now(), import_id = coalesce(excluded.import_id, mails.import_id)`

/** `platform_users u` whom an import created. */
const createdBy = (importId: string) => sql`(
  select * from platform_users where origin_import = ${isUuid(importId) ? importId : null}
) u`

/** `sign_in_links l` by its token, if it can be used for a password. */
const usable = (tokenHash: string) => sql`from sign_in_links l join platform_users u on u.id = l.user_id
  where l.token_hash = ${tokenHash} and l.expires_at > now() and u.status = 'active'`

const daysOf = sql`case due.purpose ${sql.join(
  MailPurpose.literals.map((purpose) => sql`when ${purpose} then ${linkDays[purpose]}::int`),
  sql` `,
)} end`
