import { Effect, Schedule } from "effect"
import type { RowOutcome } from "../model/Import.ts"
import { Imports } from "../ports/Imports.ts"
import {
  ImportWork,
  type Finding,
  type UserChunk,
  type Work,
  type WrittenStructure,
} from "../ports/ImportWork.ts"
import { newPlatformUser } from "../rows/newPlatformUser.ts"
import { permissionsIn } from "../rows/permissionsIn.ts"
import { checkBatch, type CheckedRow } from "./checkBatch.ts"
import { checkAllRows, rowsAtOnce } from "./validateImport.ts"

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

const writePeople = Effect.fn("writePeople")(function* (work: Work) {
  const imports = yield* Imports
  const importWork = yield* ImportWork
  let after = 0
  for (;;) {
    const rows = yield* imports.rows(work.import.id, { statuses: notDone, after, limit: rowsAtOnce })
    const last = rows.at(-1)
    if (last === undefined) return yield* importWork.settle(work, "completed")
    after = last.row
    yield* checkBatch(work.import, rows).pipe(
      Effect.flatMap((checked) => importWork.writeUsers(work, chunkOf(checked))),
      Effect.retry({ schedule: whenFactsChange, while: (error) => error._tag === "FactsChanged" }),
    )
  }
})

const notDone = ["valid", "invalid", "conflict"] as const

/** What becomes of each row: valid people are created, changed, removed or left, others end as what was found. */
const chunkOf = (checked: ReadonlyArray<CheckedRow>): UserChunk => {
  const ending = (outcome: RowOutcome) => checked.filter(({ finding }) => finding.outcome === outcome)
  const present = (outcome: RowOutcome) =>
    ending(outcome).flatMap(({ text, finding }) =>
      text.user === null
        ? []
        : [{ text, userId: text.user.id, version: text.user.version, finding: ended(finding) }],
    )
  return {
    created: ending("created").map(({ text, finding }) => ({
      person: newPlatformUser(text),
      finding: ended(finding),
    })),
    updated: present("updated").map(({ text, ...one }) => ({ ...one, person: newPlatformUser(text) })),
    removed: present("removed").map(({ text: _, ...one }) => one),
    others: checked
      .filter(({ finding }) => finding.outcome === null || finding.outcome === "unchanged")
      .map(({ finding }) => ended(finding)),
  }
}

const ended = (finding: Finding): Finding => ({
  ...finding,
  status: finding.outcome ?? (finding.status === "skipped" ? "skipped" : "failed"),
})

const giveAccess = Effect.fn("giveAccess")(
  function* (work: Work) {
    const importWork = yield* ImportWork
    return (yield* checkAllRows(work))
      ? yield* importWork.grantAccesses(work)
      : yield* importWork.settle(work, "refused")
  },
  Effect.retry({ schedule: whenFactsChange, while: (error) => error._tag === "FactsChanged" }),
)

const buildStructure = Effect.fn("buildStructure")(
  function* (work: Work) {
    const imports = yield* Imports
    const importWork = yield* ImportWork
    if (!(yield* checkAllRows(work))) return yield* importWork.settle(work, "refused")
    const valid = { statuses: ["valid"], after: 0, limit: work.import.counts.rows } as const
    const rows = yield* imports.rows(work.import.id, valid)
    return yield* importWork.writeStructure(work, structureOf(yield* checkBatch(work.import, rows)))
  },
  Effect.retry({ schedule: whenFactsChange, while: (error) => error._tag === "FactsChanged" }),
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
