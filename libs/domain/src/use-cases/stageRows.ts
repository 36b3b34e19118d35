import { Effect, Stream } from "effect"
import { Imports, type StagedRow } from "../ports/Imports.ts"

/**
 * Stages batches of rows for an import as they come, and answers how many rows they were. One after another, so that
 * none is still on its way when an upload breaks off and what it staged is discarded.
 */
export const stageRows = <E, R>(importId: string, batches: Stream.Stream<ReadonlyArray<StagedRow>, E, R>) =>
  Effect.flatMap(Imports, (imports) =>
    Stream.runFoldEffect(
      batches,
      () => 0,
      (staged, rows) => Effect.as(imports.stage(importId, rows), staged + rows.length),
    ),
  )
