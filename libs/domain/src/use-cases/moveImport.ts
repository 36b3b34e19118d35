import { Effect, Option, Schema } from "effect"
import { ImportState, type Import, type ImportScope, type ImportOptions } from "../model/Import.ts"
import { Imports } from "../ports/Imports.ts"
import type { StoreUnavailable } from "../ports/StoreUnavailable.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"

/** The import's state does not let it be done. */
export class ImportStateForbids extends Schema.TaggedError<ImportStateForbids>()("ImportStateForbids", {
  act: Schema.Literals(["run", "cancel", "correct", "changeOptions"]),
  state: ImportState,
}) {
  override get message() {
    return sentences[this.act](this.state)
  }
}

const sentences = {
  run: (state: ImportState) => `Only an import that is ready can be run; this one is ${state}.`,
  cancel: (state: ImportState) => `It is too late to cancel; the import is ${state}.`,
  correct: (state: ImportState) => `Rows cannot be corrected any more; the import is ${state}.`,
  changeOptions: (state: ImportState) =>
    `Such options cannot be chosen here and now; the import is ${state}.`,
}

/** `ready > running`, by the rights of the actor who starts it. An import that runs already, or has run, is answered as it is. */
export const startImport = Effect.fn("startImport")(function* (
  scope: ImportScope,
  id: string,
  startedBy: string,
) {
  const imports = yield* Imports
  return yield* moved(scope, id, "run", imports.start(scope, id, startedBy), [
    "running",
    "completed",
    "failed",
  ])
})

/** `validating | refused | ready | running > cancelled`. A cancelled import is answered as it is. */
export const cancelImport = Effect.fn("cancelImport")(function* (scope: ImportScope, id: string) {
  const imports = yield* Imports
  return yield* moved(scope, id, "cancel", imports.cancel(scope, id), ["cancelled"])
})

/** `refused | ready > validating` with options chosen anew; step 2 never leaves invalid rows out, and undoing has none. */
export const changeOptions = Effect.fn("changeOptions")(function* (
  scope: ImportScope,
  id: string,
  options: Partial<ImportOptions>,
) {
  const imports = yield* Imports
  const one = yield* imports.find(scope, id)
  const possible = one.undoes === null && (scope.kind === "platform-users" || options.invalidRows !== "skip")
  const change = possible ? imports.changeOptions(scope, id, options) : Effect.succeedNone
  return yield* moved(scope, id, "changeOptions", change, [])
})

/** The import after an act, or why it was not to be had: unknown, or in a state that forbids the act. */
export const moved = Effect.fnUntraced(function* (
  scope: ImportScope,
  id: string,
  act: ImportStateForbids["act"],
  change: Effect.Effect<Option.Option<Import>, StoreUnavailable, CurrentActor>,
  asItIs: ReadonlyArray<ImportState>,
) {
  const imports = yield* Imports
  const after = yield* change
  if (Option.isSome(after)) return after.value
  const now = yield* imports.find(scope, id)
  return asItIs.includes(now.state) ? now : yield* new ImportStateForbids({ act, state: now.state })
})
