import { Context, Effect, Layer, Option, PubSub, Schedule, Semaphore, type Duration } from "effect"
import { isUnderWay, type ImportScope } from "../model/Import.ts"
import { Accesses } from "../ports/Accesses.ts"
import { Actors } from "../ports/Actors.ts"
import { Departments } from "../ports/Departments.ts"
import { mostTries } from "../model/setAside.ts"
import { Imports } from "../ports/Imports.ts"
import { ImportWork, type Work } from "../ports/ImportWork.ts"
import { PermissionCatalogue } from "../ports/PermissionCatalogue.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import { measureTurn } from "./importMetrics.ts"
import { makeTaking } from "./makeTaking.ts"
import { runImport } from "./runImport.ts"
import { takingTurns } from "./takingTurns.ts"
import { validateImport } from "./validateImport.ts"

/**
 * Validates and runs imports in the background of a process, so many at a time, each for a turn while others wait.
 * What a process that died left unfinished is taken up when its lease runs out, by whichever process looks first.
 */
export class ImportWorker extends Context.Service<
  ImportWorker,
  {
    /**
     * Works on the import in the background, at once where a slot is free and else when its turn comes; answers when
     * it rests or patience is at its end.
     */
    readonly attend: (scope: ImportScope, importId: string, patience: Duration.Input) => Effect.Effect<void>
  }
>()("@muster/domain/use-cases/ImportWorker") {
  static readonly layer = (options: WorkerOptions) =>
    Layer.effect(
      ImportWorker,
      Effect.gen(function* () {
        const context = yield* Effect.context<Needed>()
        const scope = yield* Effect.scope
        const slots = yield* Semaphore.make(options.slots)
        const over = yield* PubSub.unbounded<string>()
        const { take, noteOutage } = yield* makeTaking(options)
        const tell = (importId: string) => PubSub.publish(over, importId)
        const turn = (work: Work) =>
          Effect.flatMap(takingTurns(work, options.turn), (taking) =>
            Effect.raceFirst(Effect.provideService(finish(work), ImportWork, taking), keepLease(work)),
          ).pipe(Effect.tapErrorTag("StoreUnavailable", () => noteOutage))
        const takeTurn = (work: Work) =>
          turn(work).pipe(
            Effect.catchTag("StoreUnavailable", () =>
              take(work.import.id, turn).pipe(
                Effect.retry({ schedule: whenTheStoreIsAway, while: (e) => e._tag === "StoreUnavailable" }),
              ),
            ),
            Effect.andThen(tell(work.import.id)),
            Effect.catchTag("WorkLost", () => Effect.void),
            Effect.catchCause((cause) => Effect.logError("An import could not be worked on", cause)),
            Effect.annotateLogs({ importId: work.import.id }),
          )
        /** In a free slot, works on the import named, or the one whose turn it is; then on others until none waits. */
        const serve = (importId: string | null): Effect.Effect<void> =>
          slots
            .withPermitsIfAvailable(1)(
              take(importId, (work) =>
                Effect.andThen(importId === null ? inBackground(null) : Effect.void, takeTurn(work)),
              ).pipe(Effect.tap((found) => (found || importId === null ? Effect.void : tell(importId)))),
            )
            .pipe(
              Effect.map(Option.getOrElse(() => false)),
              Effect.orElseSucceed(() => false),
              Effect.provide(context),
              Effect.flatMap((mayBeMore) => (mayBeMore ? serve(null) : Effect.void)),
            )
        const inBackground = (importId: string | null): Effect.Effect<unknown> =>
          Effect.forkIn(serve(importId), scope)
        yield* Effect.forkScoped(Effect.repeat(inBackground(null), Schedule.spaced(options.lookEvery)))
        return {
          attend: (scope, importId, patience) =>
            Effect.gen(function* () {
              const imports = yield* Imports
              const told = yield* PubSub.subscribe(over)
              yield* inBackground(importId)
              const isOver = Effect.repeat(PubSub.take(told), { until: (id) => id === importId })
              const rests = Effect.map(imports.find(scope, importId), ({ state }) => !isUnderWay(state))
              const elsewhere = Effect.repeat(Effect.delay(rests, lookAgainEvery), { until: (isSo) => isSo })
              yield* Effect.timeoutOption(Effect.raceFirst(isOver, elsewhere), patience)
            }).pipe(Effect.scoped, Effect.provide(context), Effect.ignore),
        }
      }),
    )
}

/** How often somebody who attends to an import looks whether another process has brought it to rest. */
const lookAgainEvery = "250 millis"

type Needed =
  | Imports
  | ImportWork
  | PlatformUsers
  | Departments
  | PermissionCatalogue
  | PermissionGroups
  | Accesses
  | Actors

export interface WorkerOptions {
  /** Names this process among others on the same store. */
  readonly worker: string
  readonly leaseSeconds: number
  /** How many imports are worked on at a time. */
  readonly slots: number
  /** For how long one is worked on while others wait. */
  readonly turn: Duration.Input
  /** How often imports that nobody attends to are looked for. */
  readonly lookEvery: Duration.Input
}

const whenTheStoreIsAway = Schedule.exponential("100 millis").pipe(
  Schedule.jittered,
  Schedule.upTo({ times: 8 }),
)

/** Renews the lease for as long as it is let, however long a statement takes. */
const keepLease = (work: Work) =>
  Effect.flatMap(ImportWork, (importWork) => Effect.ignore(importWork.renew(work))).pipe(
    Effect.delay(`${work.leaseSeconds / 3} seconds`),
    Effect.forever,
  )

const taskOf = (work: Work) => {
  if (work.tries >= mostTries) return setAside(work)
  return work.import.state === "validating" ? validateImport(work) : runImport(work)
}

/** `validating > refused`, `running > failed`: work on the import has ended with whoever did it too many times. */
const setAside = Effect.fn("setAside")(function* (work: Work) {
  yield* Effect.logError("An import is set aside, since tries to work on it came to nothing")
  return yield* (yield* ImportWork).settle(work, work.import.state === "validating" ? "refused" : "failed")
})

/** A fault leaves the import to the next try, once the lease has run out. */
const finish = Effect.fnUntraced(function* (work: Work) {
  const importWork = yield* ImportWork
  const { id: importId, kind, state } = work.import
  yield* taskOf(work).pipe(
    Effect.withSpan("import", { attributes: { importId, kind, state } }),
    Effect.catchTag("FactsChanged", () => importWork.settle(work, "failed")),
    (settled) => measureTurn(work.import, settled),
    Effect.tap((one) =>
      Effect.logInfo("Import rests").pipe(Effect.annotateLogs({ state: one.state, ...one.counts })),
    ),
  )
})
