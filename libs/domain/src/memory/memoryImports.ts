import { Clock, Effect, Layer, Option } from "effect"
import type { AuditEvent } from "../audit/AuditLine.ts"
import type { ImportScope, ImportState } from "../model/Import.ts"
import { changedRows, ImportNotFound, Imports } from "../ports/Imports.ts"
import { StoreUnavailable } from "../ports/StoreUnavailable.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { countRows, endRows, isoTime, toImport, twinsAmong, unchecked, undoOf } from "./importsInMemory.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState, type MemoryImport, type MemoryRow } from "./MemoryState.ts"
import { pageOf } from "./pageOf.ts"

/** The reference meaning of the port `Imports`. */
export const memoryImports = Layer.effect(
  Imports,
  Effect.gen(function* () {
    const state = yield* MemoryState
    const { imports, rows } = state
    const inScope = (scope: ImportScope, id: string) => {
      const one = imports.get(id)
      return one?.scope.databaseId === scope.databaseId ? one : undefined
    }
    const rowsOf = (id: string) => rows.get(id) ?? rows.set(id, new Map()).get(id)!
    /** Moves an import from one of the states, out of the hands of whoever works on it. */
    const move = Effect.fnUntraced(function* (
      scope: ImportScope,
      id: string,
      from: ReadonlyArray<ImportState>,
      becomes: (one: MemoryImport) => Partial<MemoryImport["import"]> | null,
      actor: string,
      event: AuditEvent,
      details: object = {},
    ) {
      const now = yield* Clock.currentTimeMillis
      const one = inScope(scope, id)
      const change = one && from.includes(one.import.state) ? becomes(one) : null
      if (!one || !change) return Option.none()
      imports.set(id, {
        ...one,
        import: { ...one.import, progress: { done: 0, total: rowsOf(id).size }, ...change },
        fence: one.fence + 1,
        holder: null,
        leaseUntil: 0,
        checkedTo: 0,
        waitingSince: now,
        turns: 0,
        tries: 0,
        stageAt: null,
      })
      leaveLine(state, actor, event, { importId: id, databaseId: scope.databaseId, details })
      return Option.some(toImport(state, id, now))
    })
    const correctable: ReadonlyArray<ImportState> = ["refused", "ready", "validating"]

    return Imports.of({
      stage: (importId, staged) =>
        Effect.sync(() => {
          const kept = rowsOf(importId)
          for (const { finding, ...row } of staged)
            if (!kept.has(row.row)) kept.set(row.row, { ...row, ...(finding ?? unchecked) })
        }),
      discard: (importId) => Effect.sync(() => void (imports.has(importId) || rows.delete(importId))),
      create: ({ scope, isChecked, staged, ...one }) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) => {
          const other = one.undoes === null ? undefined : undoOf(imports, one.undoes)
          if (other) return Effect.succeed(toImport(state, other.import.id, now))
          if (!imports.has(one.id)) {
            const kept = rowsOf(one.id)
            if (kept.size !== staged)
              return Effect.fail(new StoreUnavailable({ cause: new Error("Staged rows are missing.") }))
            for (const row of twinsAmong(kept)) kept.set(row.row, { ...row, ...unchecked })
            const { rows: total, unprocessed } = countRows(kept)
            imports.set(one.id, {
              scope,
              import: {
                ...one,
                ...scope,
                state: "validating",
                progress: { done: total - unprocessed, total },
                createdAt: isoTime(now),
                startedBy: null,
                finishedAt: null,
              },
              fence: 1,
              holder: null,
              leaseUntil: 0,
              checkedTo: isChecked ? Math.max(0, ...kept.keys()) : 0,
              waitingSince: now,
              turns: 0,
              turnAt: 0,
              tries: 0,
              stageAt: null,
              doneBefore: 0,
            })
            leaveLine(state, one.createdBy, "import.received", {
              importId: one.id,
              databaseId: scope.databaseId,
              details: { rows: total },
            })
          }
          return Effect.succeed(toImport(state, one.id, now))
        }),
      find: (scope, id) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) =>
          inScope(scope, id)
            ? Effect.succeed(toImport(state, id, now))
            : Effect.fail(new ImportNotFound({ id })),
        ),
      list: (scope, page) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const newestFirst = [...imports.keys()].reverse().filter((id) => inScope(scope, id))
          const { items, nextCursor } = pageOf(newestFirst, page, (id) => id)
          return { items: items.map((id) => toImport(state, id, now)), nextCursor }
        }),
      rows: (importId, { statuses, outcome, only, after, limit }) =>
        Effect.sync(() =>
          [...rowsOf(importId).values()]
            .filter(
              (one) =>
                one.row > after &&
                (statuses === null || statuses.includes(one.status)) &&
                (outcome === undefined || one.outcome === outcome) &&
                (only === undefined || only.includes(one.row)),
            )
            .sort((one, other) => one.row - other.row)
            .slice(0, limit)
            .map(({ emailKey: _, usernameKey: __, access: ___, ...row }) => ({ ...row, mayHaveTwin: true })),
        ),
      correctRows: (scope, id, changes) =>
        Effect.flatMap(CurrentActor, (actor) =>
          move(
            scope,
            id,
            correctable,
            () => {
              const kept = rowsOf(id)
              const becoming = changes.flatMap((change): ReadonlyArray<MemoryRow> => {
                const row = kept.get("leaveOut" in change ? change.leaveOut : change.becomes.row)
                if (row === undefined) return []
                if ("leaveOut" in change) return [{ ...row, ...unchecked, status: "skipped" }]
                const same = JSON.stringify(row.cells) === JSON.stringify(change.was)
                return same ? [{ ...change.becomes, ...unchecked }] : []
              })
              if (becoming.length < changes.length) return null
              for (const row of becoming) kept.set(row.row, row)
              return { state: "validating" }
            },
            actor,
            "import.corrected",
            changedRows(changes),
          ),
        ),
      changeOptions: (scope, id, options) =>
        Effect.flatMap(CurrentActor, (actor) =>
          move(
            scope,
            id,
            correctable,
            () => ({ state: "validating", ...options }),
            actor,
            "import.policy_changed",
            options,
          ),
        ),
      start: (scope, id, startedBy) =>
        move(scope, id, ["ready"], () => ({ state: "running", startedBy }), startedBy, "import.started"),
      cancel: (scope, id) =>
        Effect.gen(function* () {
          const [now, actor] = [yield* Clock.currentTimeMillis, yield* CurrentActor]
          return yield* move(
            scope,
            id,
            ["validating", "refused", "ready", "running"],
            () => {
              endRows(rowsOf(id))
              const { rows: total, unprocessed } = countRows(rowsOf(id))
              return {
                state: "cancelled",
                finishedAt: isoTime(now),
                progress: { done: total - unprocessed, total },
              }
            },
            actor,
            "import.cancelled",
          )
        }),
    })
  }),
)
