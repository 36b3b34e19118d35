import { tellImport } from "@muster/domain/messages/ToldImport"
import type { ImportScope } from "@muster/domain/model/Import"
import type { Language } from "@muster/domain/model/Language"
import { Imports } from "@muster/domain/ports/Imports"
import { ImportWorker } from "@muster/domain/use-cases/ImportWorker"
import { Effect, type Duration } from "effect"

/** For how long an answer waits for the work it has begun, so that small files are answered validated. */
export const patience = { validate: "2 seconds", run: "50 millis" } satisfies Record<string, Duration.Input>

/** Has the import worked on, and tells it as it is when it rests or when patience is at its end. */
export const attended = Effect.fnUntraced(function* (
  scope: ImportScope,
  id: string,
  patience: Duration.Input,
  language: Language,
) {
  const worker = yield* ImportWorker
  yield* worker.attend(scope, id, patience)
  const imports = yield* Imports
  return tellImport(yield* imports.find(scope, id), language)
})
