import { Clock, Effect, Layer, Option } from "effect"
import { importerOf, isFinal, isUnderWay } from "../model/Import.ts"
import {
  FactsChanged,
  ImportWork,
  WorkLost,
  turnWeight,
  type Finding,
  type Work,
} from "../ports/ImportWork.ts"
import { allRows, endRows, isoTime, notDone, settleRows, toImport } from "./importsInMemory.ts"
import { grantAll } from "./grantAll.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState, type MemoryImport, type MemoryRow } from "./MemoryState.ts"
import { writeStructure } from "./writeStructure.ts"
import { writeUsers } from "./writeUsers.ts"

/** The row up to which no row is left to do. */
const ranTo = (rows: ReadonlyMap<number, MemoryRow>): number => {
  const [left, done] = [[...rows.values()].filter(({ status }) => notDone.has(status)), [...rows.keys()]]
  return left.length === 0 ? Math.max(0, ...done) : Math.min(...left.map(({ row }) => row)) - 1
}

/** The reference meaning of the port `ImportWork`. */
export const memoryImportWork = Layer.effect(
  ImportWork,
  Effect.gen(function* () {
    const state = yield* MemoryState
    const { imports, rows } = state

    /** Does the write if the import still is in hand, and renews its lease. */
    const inHand = <A, E = never>(
      work: Work,
      states: ReadonlyArray<string>,
      write: (one: MemoryImport, now: number) => Effect.Effect<A, E>,
    ): Effect.Effect<A, E | WorkLost> =>
      Effect.flatMap(Clock.currentTimeMillis, (now): Effect.Effect<A, E | WorkLost> => {
        const one = imports.get(work.import.id)
        if (!one || one.fence !== work.fence || !states.includes(one.import.state))
          return Effect.fail(new WorkLost({ importId: work.import.id }))
        return write({ ...one, leaseUntil: now + work.leaseSeconds * 1000 }, now)
      })
    const save = (one: MemoryImport, done: number) => {
      const { progress } = one.import
      const now = { ...progress, done: Math.min(progress.done + done, progress.total) }
      imports.set(one.import.id, {
        ...one,
        import: { ...one.import, progress: now },
        tries: now.done > progress.done ? 0 : one.tries,
      })
    }
    const settled = ({ import: one }: MemoryImport, now: number) => {
      const ended = toImport(state, one.id, now)
      leaveLine(state, importerOf(one), `import.${ended.state as "ready"}`, {
        importId: one.id,
        databaseId: one.databaseId,
        details: ended.counts,
      })
      return ended
    }
    const rowsIn = ({ import: { id } }: MemoryImport) => rows.get(id) ?? new Map<number, MemoryRow>()
    const completed = (one: MemoryImport, now: number) => {
      const total = rowsIn(one).size
      imports.set(one.import.id, {
        ...one,
        import: {
          ...one.import,
          state: "completed",
          finishedAt: isoTime(now),
          progress: { done: total, total },
        },
      })
      return settled(one, now)
    }
    const factsChanged = (work: Work) => Effect.fail(new FactsChanged({ importId: work.import.id }))
    const waiting = (now: number) =>
      [...imports.values()].filter((one) => isUnderWay(one.import.state) && one.leaseUntil <= now)
    const whoseTurn = (waiting: ReadonlyArray<MemoryImport>) => {
      const lastTurn = (of: MemoryImport) =>
        Math.max(
          ...[...imports.values()]
            .filter(({ scope }) => scope.databaseId === of.scope.databaseId)
            .map(({ turnAt }) => turnAt),
        )
      const place = ({ waitingSince, turns, tries }: MemoryImport) => {
        const { mostTurns, seconds } = turnWeight
        return waitingSince + (Math.min(turns, mostTurns) + tries * mostTurns) * seconds * 1000
      }
      return waiting.toSorted((one, other) => lastTurn(one) - lastTurn(other) || place(one) - place(other))[0]
    }
    const saveRows = (importId: string, findings: ReadonlyArray<Finding>) => {
      const kept = rows.get(importId)
      for (const { row, ...found } of findings) {
        const there = kept?.get(row)
        if (there) kept?.set(row, { ...there, ...found })
      }
    }

    return ImportWork.of({
      claim: ({ importId, worker, leaseSeconds, untriedOnly, afterOutage }) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const named = importId === null ? undefined : imports.get(importId)
          const isHeld = named !== undefined && named.leaseUntil > now && named.holder !== worker
          const triesOf = (one: MemoryImport) =>
            one.tries + (one.holder !== null && one.leaseUntil <= now && !afterOutage ? 1 : 0)
          const mayBe = (one: MemoryImport | undefined) =>
            one !== undefined && isUnderWay(one.import.state) && !(untriedOnly && triesOf(one) > 0)
          const one = importId === null ? whoseTurn(waiting(now).filter(mayBe)) : isHeld ? undefined : named
          if (!one || !mayBe(one)) return Option.none()
          const { id } = one.import
          const fence = one.fence + 1
          const tries = triesOf(one)
          imports.set(id, {
            ...one,
            fence,
            holder: worker,
            leaseUntil: now + leaseSeconds * 1000,
            turnAt: now,
            tries,
            stageAt: one.stageAt ?? now,
            doneBefore: one.stageAt === null ? one.import.progress.done : one.doneBefore,
          })
          return Option.some({
            import: toImport(state, id, now),
            fence,
            leaseSeconds,
            checkedTo: one.checkedTo,
            ranTo: ranTo(rowsIn(one)),
            tries,
          })
        }),
      release: (work) =>
        Effect.sync(() => {
          const one = imports.get(work.import.id)
          if (one?.fence === work.fence)
            imports.set(work.import.id, { ...one, fence: one.fence + 1, holder: null, leaseUntil: 0 })
        }),
      pass: (work) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const one = imports.get(work.import.id)
          if (!one || one.fence !== work.fence || waiting(now).length === 0) return false
          imports.set(work.import.id, {
            ...one,
            fence: one.fence + 1,
            holder: null,
            leaseUntil: 0,
            waitingSince: now,
            turns: one.turns + 1,
          })
          return true
        }),
      renew: (work) =>
        inHand(work, ["validating", "running"], (one) =>
          Effect.sync(() => void imports.set(work.import.id, one)),
        ),
      rowsWithKeys: (importId, keys) =>
        Effect.sync(() => {
          const emails = new Set(keys.emailKeys)
          const usernames = new Set(keys.usernameKeys)
          return [...(rows.get(importId)?.values() ?? [])]
            .filter(
              ({ status, emailKey, usernameKey }) =>
                status !== "skipped" &&
                ((emailKey !== null && emails.has(emailKey)) ||
                  (usernameKey !== null && usernames.has(usernameKey))),
            )
            .sort((one, other) => one.row - other.row)
        }),
      saveFindings: (work, { upTo, many, findings }) =>
        inHand(work, ["validating", "running"], (one) =>
          Effect.sync(() => {
            saveRows(work.import.id, findings)
            save({ ...one, checkedTo: Math.max(one.checkedTo, upTo) }, many)
          }),
        ),
      writeUsers: (work, chunk) =>
        inHand(work, ["running"], (one) =>
          Effect.suspend(() => {
            const made = writeUsers(state, one.import, chunk)
            if (made === null) return factsChanged(work)
            saveRows(work.import.id, chunk.findings)
            save(one, settleRows(rowsIn(one), chunk, made))
            return Effect.void
          }),
        ),
      grantAccesses: (work) =>
        inHand(work, ["running"], (one, now) =>
          Effect.suspend(() => {
            const isDone = grantAll(state, one.import, rowsIn(one))
            return isDone ? Effect.succeed(completed(one, now)) : factsChanged(work)
          }),
        ),
      writeStructure: (work, written) =>
        inHand(work, ["running"], (one, now) =>
          Effect.suspend(() => {
            if (!writeStructure(state, one.import, written)) return factsChanged(work)
            settleRows(rowsIn(one), allRows)
            return Effect.succeed(completed(one, now))
          }),
        ),
      settle: (work, becomes) =>
        inHand(work, ["validating", "running"], (one, now) =>
          Effect.sync(() => {
            if (isFinal(becomes)) endRows(rows.get(work.import.id) ?? new Map())
            imports.set(work.import.id, {
              ...one,
              import: { ...one.import, state: becomes, finishedAt: isFinal(becomes) ? isoTime(now) : null },
              fence: one.fence + 1,
              holder: null,
              leaseUntil: 0,
            })
            return settled(one, now)
          }),
        ),
    })
  }),
)
