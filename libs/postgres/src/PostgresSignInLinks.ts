import { PersonTaken } from "@muster/domain/ports/PlatformUsers"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { LinkNotValid, SignInLinks } from "@muster/domain/ports/SignInLinks"
import { userActorId } from "@muster/domain/rights/Actor"
import { musterActorId } from "@muster/domain/rights/CurrentActor"
import { sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { auditLine } from "./auditLine.ts"
import { Postgres } from "./Postgres.ts"

/** Nobody is an active super administrator. */
const nobodyInCharge = sql`not exists (
  select from platform_users where platform_role = 'superAdministrator' and status = 'active'
)`

const usable = (tokenHash: string) => sql`token_hash = ${tokenHash} and purpose = 'set-up'
  and expires_at > now() and ${nobodyInCharge}`

export const PostgresSignInLinks = Layer.effect(
  SignInLinks,
  Effect.gen(function* () {
    const { run, attempt } = yield* Postgres
    return SignInLinks.of({
      offerSetUp: (tokenHash, hours) =>
        Effect.map(
          run((db) =>
            db.execute(sql`
              with kept as (
              insert into sign_in_links (token_hash, purpose, expires_at)
              select ${tokenHash}, 'set-up', now() + ${hours}::float8 * interval '1 hour' where ${nobodyInCharge}
              on conflict (purpose, user_id) do update
                set token_hash = excluded.token_hash, expires_at = excluded.expires_at
              returning purpose
              ), ${auditLine({ actor: musterActorId, event: "set_up.offered" }, sql`kept`)}
              select from kept`),
          ),
          (kept) => kept.length > 0,
        ),
      holdsSetUp: (tokenHash) =>
        Effect.map(
          run((db) => db.execute(sql`select from sign_in_links where ${usable(tokenHash)}`)),
          (found) => found.length > 0,
        ),
      setUp: Effect.fnUntraced(
        function* (tokenHash, id, user, passwordHash) {
          const [made] = yield* attempt((db) =>
            db.execute<{ id: string }>(sql`
              with used as (
                delete from sign_in_links where ${usable(tokenHash)} returning purpose
              ), made as (
                insert into platform_users (id, email, email_key, username, username_key, first_name, last_name,
                  phone, mobile_phone, language_code, external_id, search_text, status, platform_role)
                select ${id}, ${user.email}, ${user.emailKey}, ${user.username}, ${user.usernameKey},
                  ${user.firstName}, ${user.lastName}, ${user.phone}, ${user.mobilePhone}, ${user.languageCode},
                  ${user.externalId}, ${user.searchText}, 'active', 'superAdministrator' from used
                returning id, email
              ), signs_in as (
                insert into sign_ins (id, user_id, provider_id, account_id, password, created_at, updated_at)
                select gen_random_uuid(), id, 'credential', id::text, ${passwordHash}, now(), now() from made
              ), ${auditLine(
                {
                  actor: userActorId(id),
                  event: "set_up.done",
                  userId: sql`id`,
                  personal: sql`json_build_object('email', email)`,
                },
                sql`made`,
              )}
              select id from made`),
          )
          if (!made) return yield* new LinkNotValid()
          const { emailKey: _, usernameKey: __, searchText: ___, ...shown } = user
          return {
            ...shown,
            id,
            status: "active",
            platformRole: "superAdministrator",
            version: 1,
          } satisfies PlatformUser
        },
        Effect.catchTag("ConstraintViolated", () => new PersonTaken()),
      ),
    })
  }),
)
