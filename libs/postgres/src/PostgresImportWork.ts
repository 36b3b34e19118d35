import {
  FactsChanged,
  ImportWork,
  WorkLost,
  turnWeight,
  type Finding,
  type UserChunk,
  type Work,
} from "@muster/domain/ports/ImportWork"
import { importerOf, isFinal, type Import } from "@muster/domain/model/Import"
import { sql, type SQL } from "drizzle-orm"
import { Effect, Layer, Option } from "effect"
import { grantAll } from "./grantAll.ts"
import { comes, countsAfter, endedCounts, goes, tally } from "./importChange.ts"
import { writeStructure } from "./writeStructure.ts"
import { endOf, isSettled } from "./statusNow.ts"
import { recorded } from "./findings.ts"
import { workInHand, writeUsers } from "./writeUsers.ts"
import { rowsWithKeys, toKeyedRow, type KeyedRecord } from "./rowsWithKeys.ts"
import { settledLine } from "./settledLine.ts"
import { importColumns, toImport, type ImportRecord } from "./importRecord.ts"
import { Postgres } from "./Postgres.ts"

export const PostgresImportWork = Layer.effect(
  ImportWork,
  Effect.gen(function* () {
    const { run, attempt } = yield* Postgres
    const lost = (work: Work) => Effect.fail(new WorkLost({ importId: work.import.id }))
    const factsChanged = (work: Work) => () => Effect.fail(new FactsChanged({ importId: work.import.id }))

    /** Sends a statement that does all rows or none. */
    const complete = (work: Work, statement: SQL) =>
      attempt((db) => db.execute<ImportRecord & Record<string, unknown>>(statement)).pipe(
        Effect.flatMap(([found]): Effect.Effect<Import, WorkLost | FactsChanged> => {
          if (!found?.["in_hand"]) return lost(work)
          return found.id ? Effect.succeed(toImport(found)) : factsChanged(work)()
        }),
        Effect.catchTag("ConstraintViolated", factsChanged(work)),
      )

    return ImportWork.of({
      claim: ({ importId, worker, leaseSeconds, untriedOnly, afterOutage }) => {
        const tries = afterOutage ? sql`i.tries` : withLast
        const mayBe = untriedOnly ? sql`${tries} = 0` : sql`true`
        return run((db) =>
          db.execute<ImportRecord & Record<string, unknown>>(sql`
            with ${importId === null ? whoseTurn(mayBe) : named(importId, worker, mayBe)}
            update imports i set fence = i.fence + 1, lease_holder = ${JSON.stringify(worker)},
              turn_at = now(), stage_at = coalesce(i.stage_at, now()),
              done_before = case when i.stage_at is null then i.done else i.done_before end,
              ${leased(leaseSeconds)}, tries = ${tries}
            from next where i.id = next.id returning ${importColumns}`),
        ).pipe(
          Effect.map(([found]) =>
            found
              ? Option.some({
                  import: toImport(found),
                  fence: found.fence,
                  leaseSeconds,
                  checkedTo: found.checked_to,
                  ranTo: found.ran_to,
                  tries: found.tries,
                })
              : Option.none(),
          ),
        )
      },
      pass: (work) =>
        run((db) =>
          db.execute(sql`
            update imports i set fence = i.fence + 1, lease_holder = null, lease_until = null,
              waiting_since = now(), turns = i.turns + 1
            where ${ofWork(work)}
              and exists (select from imports i where ${isWaiting}) returning i.id`),
        ).pipe(Effect.map((rows) => rows.length === 1)),
      release: (work) =>
        run((db) =>
          db.execute(sql`
            update imports i set lease_holder = null, lease_until = null, fence = i.fence + 1 where ${ofWork(work)}`),
        ).pipe(Effect.asVoid),
      renew: (work) =>
        run((db) =>
          db.execute<{ in_hand: boolean }>(sql`
            with free as (
              select i.id from imports i where ${ofWork(work)} for update skip locked
            ), renewed as (
              update imports i set ${leased(work.leaseSeconds)} from free where i.id = free.id
            )
            select exists (select from imports i where ${ofWork(work)}) as in_hand`),
        ).pipe(Effect.flatMap(([answer]) => (answer?.in_hand ? Effect.void : lost(work)))),
      rowsWithKeys: (importId, keys) =>
        run((db) => db.execute<KeyedRecord>(rowsWithKeys(importId, keys))).pipe(
          Effect.map((rows) => rows.map(toKeyedRow)),
        ),
      saveFindings: (work, { upTo, many, findings }) =>
        run((db) =>
          db.execute(sql`
            with ${held(work, sql`i.state in ('validating', 'running')`)}, found as (${recorded(findings)}),
            ${rowsBecome(work, findings)}, ${tally(sql`${comes} union all ${goes}`)}
            update imports i set checked_to = greatest(i.checked_to, ${upTo}), ${progress(work, sql`${many}::int`)}
            from held, tally where i.id = held.id returning i.id`),
        ).pipe(Effect.flatMap((rows) => (rows.length === 0 ? lost(work) : Effect.void))),
      writeUsers: (work, chunk) =>
        attempt((db) =>
          db.execute<{ in_hand: boolean; sound: boolean }>(
            writeUsers(work, chunk, sql`${ofWork(work)} and i.state = 'running'`, settling(work, chunk)),
          ),
        ).pipe(
          Effect.flatMap(([answer]): Effect.Effect<void, WorkLost | FactsChanged> => {
            if (!answer?.in_hand) return lost(work)
            return answer.sound ? Effect.void : factsChanged(work)()
          }),
          Effect.catchTag(
            "ConstraintViolated",
            ({ constraint }): Effect.Effect<never, WorkLost | FactsChanged> =>
              constraint === workInHand ? lost(work) : factsChanged(work)(),
          ),
        ),
      grantAccesses: (work) => complete(work, grantAll(work.import, held(work, sql`i.state = 'running'`))),
      writeStructure: (work, written) =>
        complete(work, writeStructure(work.import, written, held(work, sql`i.state = 'running'`))),
      settle: (work, state) =>
        run((db) =>
          db.execute<ImportRecord & Record<string, unknown>>(sql`
            with held as (
              update imports i set state = ${state}, fence = i.fence + 1, lease_holder = null, lease_until = null,
                finished_at = ${isFinal(state) ? sql`now()` : sql`null`}
                ${isFinal(state) ? sql`, ${endedCounts}` : sql``}
              where ${ofWork(work)} and i.state in ('validating', 'running')
              returning ${importColumns}
            ), ${settledLine(importerOf(work.import), state, sql`held`)}
            select * from held`),
        ).pipe(Effect.flatMap(([found]) => (found ? Effect.succeed(toImport(found)) : lost(work)))),
    })
  }),
)

/** Whether `imports i` is to be worked on and in nobody's hands. */
const isWaiting: SQL = sql`i.state in ('validating', 'running') and (i.lease_until is null or i.lease_until <= now())`

/** The import named, if it waits or is in the worker's hands, and may be taken. */
const named = (importId: string, worker: string, mayBe: SQL): SQL => sql`next as (
  select i.id from imports i where i.id = ${importId} and i.state in ('validating', 'running')
    and (i.lease_until is null or i.lease_until <= now() or i.lease_holder = ${JSON.stringify(worker)})
    and ${mayBe}
  for update
)`

/** The import that waits, may be taken and is next in line, unless another takes it at this moment. */
const whoseTurn = (mayBe: SQL): SQL => sql`waiting as (
  select distinct coalesce(i.database_id, '') as place from imports i where ${isWaiting} and ${mayBe}
), places as materialized (
  select place, (select max(t.turn_at) from imports t where coalesce(t.database_id, '') = place) as last_turn
  from waiting
), next as (
  select i.id from imports i join places p on p.place = coalesce(i.database_id, '') where ${isWaiting} and ${mayBe}
  order by p.last_turn nulls first, i.waiting_since + ${turnWeight.seconds}::int * interval '1 second'
    * (least(i.turns, ${turnWeight.mostTurns}::int) + i.tries * ${turnWeight.mostTurns}::int)
  limit 1 for update of i skip locked
)`

const leased = (seconds: number): SQL => sql`lease_until = now() + ${seconds}::float8 * interval '1 second'`

/** The tries of `imports i` that came to nothing, with a lease that ran out in somebody's hands. */
const withLast: SQL = sql`i.tries + (case when i.lease_until <= now() then 1 else 0 end)`

/** Whether `imports i` still is in the worker's hands. */
const ofWork = (work: Work): SQL => sql`i.id = ${work.import.id} and i.fence = ${work.fence}`

/** The import, locked, if it still is in the worker's hands. */
const held = (work: Work, state: SQL): SQL => sql`held as (
  select i.id from imports i where ${ofWork(work)} and ${state} for update
)`

/** Gives the rows of `found` what was found, and keeps in `met` what they were as well. */
const rowsBecome = (work: Work, findings: ReadonlyArray<Finding>): SQL => sql`met as materialized (
  select found.*, was.status as was_status, was.outcome as was_outcome from found cross join lateral (
    select status, outcome from import_rows r where r.import_id = ${work.import.id} and r.row = found.row offset 0
  ) as was
), changed as (
  update import_rows r set status = met.status, issues = coalesce(met.issues, '[]'), outcome = met.outcome,
    user_id = met."user", changes = met.changes, access_department_id = met.department,
    access_group_name = met."group", access_version = met.version
  from met, held where r.import_id = held.id and r.row = met.row and ${among(findings)}
)`

/**
 * Settles all rows of a chunk: few of them are written, the others end by the ranges of rows that the run has settled.
 * The import is locked here, last, so that other chunks of it can be written meanwhile.
 */
const settling = (work: Work, { findings, after, upTo }: UserChunk): SQL => sql`
  found as (${recorded(findings)}), ${rowsBecome(work, findings)},
  span as (
    select r.status, r.outcome, count(*)::int as n from import_rows r, held i
    where r.import_id = i.id and r.row > ${after} and r.row <= ${upTo} and not ${isSettled}
      and r.status in ('valid', 'invalid', 'conflict') group by r.status, r.outcome
  ), ${tally(sql`
    select status, outcome, -n as more from span
    union all select ${endOf(sql`status`, sql`outcome`)}, null, n from span
    union all select ${endOf(sql`was_status`, sql`was_outcome`)}, null, -1 from met
    union all select ${endOf(sql`status`, sql`outcome`)}, null, 1 from met`)},
  settled as materialized (select coalesce(sum(n), 0)::int as many from span),
  moved as (
    update imports i set settled = i.settled + int4multirange(int4range(${after} + 1, ${upTo} + 1)),
      ${progress(work, sql`settled.many`)}
    from written, settled, tally where ${ofWork(work)} and i.state = 'running' returning i.id
  )`

/** Between the first and the last row of the findings, so that their rows alone are read. */
const among = (findings: ReadonlyArray<Finding>): SQL => {
  const rows = findings.map(({ row }) => row)
  return rows.length === 0 ? sql`false` : sql`r.row between ${Math.min(...rows)} and ${Math.max(...rows)}`
}

/** What becomes of `imports i` with so many rows done and the counts of `tally`; its lease is renewed. */
const progress = (work: Work, rows: SQL): SQL => sql`${countsAfter}, ${leased(work.leaseSeconds)},
  done = least(i.done + ${rows}, i.rows),
  tries = case when least(i.done + ${rows}, i.rows) > i.done then 0 else i.tries end`
