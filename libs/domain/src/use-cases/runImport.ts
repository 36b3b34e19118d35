import { Effect, Schedule, Stream } from "effect"
import type { RowOutcome } from "../model/Import.ts"
import { Imports } from "../ports/Imports.ts"
import type { ImportRow } from "../model/ImportRow.ts"
import {
  FactsChanged,
  ImportWork,
  type UserChunk,
  type Work,
  type WrittenStructure,
} from "../ports/ImportWork.ts"
import { newPlatformUser } from "../rows/newPlatformUser.ts"
import { permissionsIn } from "../rows/permissionsIn.ts"
import { checkBatch, type CheckedRow } from "./checkBatch.ts"
import { countRows } from "./importMetrics.ts"
import { newFindings } from "./newFindings.ts"
import { lastOf, rowBatches } from "./rowBatches.ts"
import { checkRowsAfter } from "./validateImport.ts"

/**
 * `running > completed | refused`: applies the rows, after checking each of them again, since what validation
 * found may be stale. Step 1 goes chunk by chunk, each whole; the others are all rows or none.
 */
export const runImport = (work: Work) => {
  if (work.import.kind === "platform-users") return writePeople(work)
  return work.import.kind === "database-users" ? giveAccess(work) : buildStructure(work)
}

/** Facts that changed between check and write are looked at again; each time somebody else got on, so it ends. */
const whenFactsChange = Schedule.exponential("5 millis").pipe(Schedule.jittered, Schedule.upTo({ times: 30 }))

/** Two chunks are written at a time, since each waits for PostgreSQL alone; meanwhile the next one is checked. */
const writePeople = Effect.fn("writePeople")(function* (work: Work) {
  const importWork = yield* ImportWork
  const check = (batch: Batch) =>
    Effect.map(checkBatch(work.import, batch.rows), (checked) => chunkOf(batch, checked))
  const write = (chunk: UserChunk) => importWork.writeUsers(work, chunk)
  yield* rowBatches(work.import.id, { after: work.ranTo, statuses: notDone }).pipe(
    Stream.mapAccum(
      () => work.ranTo,
      (after, rows): [number, ReadonlyArray<Batch>] => [lastOf(rows), [{ after, rows }]],
    ),
    Stream.mapEffect((batch) => Effect.map(check(batch), (chunk) => ({ batch, chunk }))),
    Stream.buffer({ capacity: 1 }),
    Stream.mapEffect(
      ({ batch, chunk }) =>
        write(chunk).pipe(
          Effect.catchTag("FactsChanged", () =>
            Effect.retry(Effect.flatMap(check(batch), write), {
              schedule: whenFactsChange,
              while: (error) => error._tag === "FactsChanged",
            }),
          ),
          Effect.andThen(countRows("running", work.import.kind, batch.rows.length)),
        ),
      { concurrency: 2, unordered: true },
    ),
    Stream.runDrain,
  )
  return yield* importWork.settle(work, "completed")
})

/** Rows that are left to do, and the row after which they come. */
interface Batch {
  readonly after: number
  readonly rows: ReadonlyArray<ImportRow>
}

const notDone = ["valid", "invalid", "conflict"] as const

/** What becomes of people by rows as they were and as they are found now. */
const chunkOf = ({ after, rows }: Batch, checked: ReadonlyArray<CheckedRow>): UserChunk => {
  const ending = (outcome: RowOutcome) => checked.filter(({ finding }) => finding.outcome === outcome)
  const present = (outcome: RowOutcome) =>
    ending(outcome).flatMap(({ text }) =>
      text.user === null ? [] : [{ text, userId: text.user.id, version: text.user.version }],
    )
  return {
    after,
    upTo: lastOf(rows),
    created: ending("created").map(({ text }) => ({ row: text.row, person: newPlatformUser(text) })),
    updated: present("updated").map(({ text, ...one }) => ({ ...one, person: newPlatformUser(text) })),
    removed: present("removed").map(({ text: _, ...one }) => one),
    findings: newFindings(rows, checked),
  }
}

/** Does what follows a check of all rows: first of those left to check, then of all whenever facts have changed. */
const afterCheck =
  <A, E, R>(act: (work: Work, after: number) => Effect.Effect<A, E | FactsChanged, R>) =>
  (work: Work) =>
    act(work, work.checkedTo).pipe(
      Effect.catchIf(
        (error) => error instanceof FactsChanged,
        () =>
          Effect.retry(act(work, 0), {
            schedule: whenFactsChange,
            while: (error) => error instanceof FactsChanged,
          }),
      ),
    )

const giveAccess = afterCheck(
  Effect.fn("giveAccess")(function* (work: Work, after: number) {
    const importWork = yield* ImportWork
    return (yield* checkRowsAfter(work, after))
      ? yield* importWork.grantAccesses(work)
      : yield* importWork.settle(work, "refused")
  }),
)

const buildStructure = afterCheck(
  Effect.fn("buildStructure")(function* (work: Work, after: number) {
    const imports = yield* Imports
    const importWork = yield* ImportWork
    if (!(yield* checkRowsAfter(work, after))) return yield* importWork.settle(work, "refused")
    const valid = { statuses: ["valid"], after: 0, limit: work.import.counts.rows } as const
    const rows = yield* imports.rows(work.import.id, valid)
    return yield* importWork.writeStructure(work, structureOf(yield* checkBatch(work.import, rows)))
  }),
)

/** The departments or groups that checked rows make and change. */
const structureOf = (checked: ReadonlyArray<CheckedRow>): WrittenStructure => {
  const written = checked.flatMap(({ text: { values }, finding: { outcome } }) =>
    outcome === "created" || outcome === "updated" ? [{ values, outcome }] : [],
  )
  return {
    departments: written.flatMap(({ values: { departmentId, name = "", parentId }, outcome }) =>
      departmentId === undefined ? [] : [{ departmentId, name, parentId: parentId || null, outcome }],
    ),
    groups: written.flatMap(({ values: { groupName, description = "", permissions = "" }, outcome }) =>
      groupName === undefined
        ? []
        : [{ groupName, description, permissions: permissionsIn(permissions), outcome }],
    ),
  }
}
