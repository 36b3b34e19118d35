import { Context, Duration, Effect, Fiber, FiberMap, Layer, Option, Schedule } from "effect"
import { Accesses } from "../ports/Accesses.ts"
import { Actors } from "../ports/Actors.ts"
import { Departments } from "../ports/Departments.ts"
import { Imports } from "../ports/Imports.ts"
import { ImportWork, type Work } from "../ports/ImportWork.ts"
import { PermissionCatalogue } from "../ports/PermissionCatalogue.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import { measureWork } from "./importMetrics.ts"
import { runImport } from "./runImport.ts"
import { validateImport } from "./validateImport.ts"

/**
 * Validates and runs imports in the background of a process, one fiber an import. What a process that died
 * left unfinished is taken up when its lease runs out, by whichever process looks first.
 */
export class ImportWorker extends Context.Service<
  ImportWorker,
  {
    /** Works on the import until it rests, in the background; answers when it rests or patience is at its end. */
    readonly attend: (importId: string, patience: Duration.Input) => Effect.Effect<void>
  }
>()("@muster/domain/use-cases/ImportWorker") {
  static readonly layer = (options: WorkerOptions) =>
    Layer.effect(
      ImportWorker,
      Effect.gen(function* () {
        const context = yield* Effect.context<Needed>()
        const fibers = yield* FiberMap.make<string>()
        const claim = (importId: string | null) =>
          Effect.flatMap(ImportWork, (work) =>
            work.claim({ importId, worker: options.worker, leaseSeconds: options.leaseSeconds }),
          )
        const workOn = (importId: string) =>
          claim(importId).pipe(
            Effect.flatMap(Option.match({ onNone: () => Effect.void, onSome: finish })),
            Effect.retry({ schedule: whenTheStoreIsAway, while: (e) => e._tag === "StoreUnavailable" }),
            Effect.catchTag("WorkLost", () => Effect.void),
            Effect.catchCause((cause) => Effect.logError("An import could not be worked on", cause)),
            Effect.annotateLogs({ importId }),
            Effect.provide(context),
          )
        const lookForMore = claim(null).pipe(
          Effect.flatMap(
            Option.match({
              onNone: () => Effect.void,
              onSome: (work) => FiberMap.run(fibers, work.import.id, workOn(work.import.id)),
            }),
          ),
          Effect.provide(context),
          Effect.ignore,
        )
        yield* Effect.forkScoped(Effect.repeat(lookForMore, Schedule.spaced(options.lookEvery)))
        return {
          attend: (importId, patience) =>
            FiberMap.run(fibers, importId, workOn(importId)).pipe(
              Effect.flatMap((fiber) => Effect.timeoutOption(Fiber.await(fiber), patience)),
              Effect.asVoid,
            ),
        }
      }),
    )
}

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
  /** How often imports that nobody attends to are looked for. */
  readonly lookEvery: Duration.Input
}

const whenTheStoreIsAway = Schedule.exponential("100 millis").pipe(
  Schedule.jittered,
  Schedule.upTo({ times: 8 }),
)

const finish = Effect.fnUntraced(function* (work: Work) {
  const importWork = yield* ImportWork
  const { id: importId, kind, state } = work.import
  yield* (
    state === "validating"
      ? measureWork("validating", kind, validateImport(work))
      : measureWork("running", kind, runImport(work))
  ).pipe(
    Effect.withSpan("import", { attributes: { importId, kind, state } }),
    Effect.catchTag("FactsChanged", () => importWork.settle(work, "failed")),
    Effect.catchDefect((defect) =>
      Effect.logError("An import met a fault", defect).pipe(
        Effect.andThen(
          work.import.state === "running" ? importWork.settle(work, "failed") : Effect.die(defect),
        ),
      ),
    ),
    Effect.tap((one) =>
      Effect.logInfo("Import rests").pipe(Effect.annotateLogs({ state: one.state, ...one.counts })),
    ),
  )
})
