import type { AuditLine } from "@muster/domain/audit/AuditLine"
import { Audit } from "@muster/domain/ports/Audit"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { sql, type SQL } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { isStorable, isUuid } from "./isStorable.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { Postgres } from "./Postgres.ts"

export const PostgresAudit = Layer.effect(
  Audit,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const lines = (statement: SQL) =>
      Effect.map(
        run((db) => db.execute<LineRecord>(statement)),
        (found) => found.map(toLine),
      )
    return Audit.of({
      list: ({ limit, cursor, event, actor, databaseId, importId, userId, from, until }) => {
        const [before] = readCursor(cursor, 1) ?? []
        const unknown =
          [actor, databaseId].some((text) => text !== null && !isStorable(text)) ||
          [importId, userId].some((id) => id !== null && !isUuid(id))
        if (unknown) return Effect.succeed({ items: [], nextCursor: null })
        return Effect.map(
          lines(
            sql`select ${lineColumns} from audit_lines where ${sql.join(
              [
                before !== undefined && /^\d{1,15}$/.test(before) ? sql`ordinal < ${before}` : sql`true`,
                ...(event === null ? [] : [sql`event = ${event}`]),
                ...(actor === null ? [] : [sql`actor = ${actor}`]),
                ...(databaseId === null ? [] : [sql`database_id = ${databaseId}`]),
                ...(importId === null ? [] : [sql`import_id = ${importId}`]),
                ...(userId === null ? [] : [sql`user_id = ${userId}`]),
                ...(from === null
                  ? []
                  : [sql`ordinal >= (${ordinals} where at >= ${from} order by at, ordinal limit 1)`]),
                ...(until === null
                  ? []
                  : [
                      sql`ordinal <= (${ordinals} where at < ${until} order by at desc, ordinal desc limit 1)`,
                    ]),
              ],
              sql` and `,
            )} order by ordinal desc limit ${limit + 1}`,
          ),
          (found) => keysetPage(found, limit, ({ ordinal }) => [String(ordinal)]),
        )
      },
      lines: (after, limit) =>
        lines(
          sql`select ${lineColumns} from audit_lines where ordinal > ${after} order by ordinal limit ${limit}`,
        ),
      head: Effect.map(
        run((db) => db.execute<{ ordinal: string; hash: string }>(sql`select ordinal, hash from audit_head`)),
        ([head]) => ({ ordinal: Number(head?.ordinal ?? 0), hash: head?.hash ?? "" }),
      ),
      erase: Effect.fnUntraced(function* (userId) {
        const actor = yield* CurrentActor
        if (!isUuid(userId)) return 0
        const [erased] = yield* run((db) =>
          db.execute<{ lines: number }>(sql`
            with erased as (
              update audit_lines set personal = null, salt = null
              where user_id = ${userId} and personal is not null returning ordinal
            ), counted as (select count(*)::int as lines from erased
            ), audited as (
              insert into audit_lines (actor, event, user_id, details)
              select ${actor}, 'audit.erased', ${userId}, json_build_object('lines', lines)::text
              from counted where lines > 0
            )
            select lines from counted`),
        )
        return erased?.lines ?? 0
      }),
    })
  }),
)

/** No line is earlier than the one before it: what was said until some time is all up to one line. */
const ordinals = sql`select ordinal from audit_lines`

const lineColumns = sql`ordinal, audit_time(at) as at, actor, event, database_id, import_id, user_id, details,
  personal, salt, personal_hash, hash`

type LineRecord = {
  readonly ordinal: string
  readonly at: string
  readonly actor: string
  readonly event: AuditLine["event"]
  readonly database_id: string | null
  readonly import_id: string | null
  readonly user_id: string | null
  readonly details: string
  readonly personal: string | null
  readonly salt: string | null
  readonly personal_hash: string | null
  readonly hash: string
}

const toLine = (record: LineRecord): AuditLine => ({
  ordinal: Number(record.ordinal),
  at: record.at,
  actor: record.actor,
  event: record.event,
  databaseId: record.database_id,
  importId: record.import_id,
  userId: record.user_id,
  details: record.details,
  personal: record.personal,
  salt: record.salt,
  personalHash: record.personal_hash,
  hash: record.hash,
})
