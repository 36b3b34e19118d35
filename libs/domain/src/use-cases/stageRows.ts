import { Effect, Stream } from "effect"
import { Imports, type StagedRow } from "../ports/Imports.ts"

/** Stages batches of rows for an import as they come, two at a time; answers how many rows they were. */
export const stageRows = <E, R>(importId: string, batches: Stream.Stream<ReadonlyArray<StagedRow>, E, R>) =>
  Effect.flatMap(Imports, (imports) =>
    batches.pipe(
      Stream.mapEffect((rows) => Effect.as(imports.stage(importId, rows), rows.length), {
        concurrency: 2,
        unordered: true,
      }),
      Stream.runFold(
        () => 0,
        (staged, more) => staged + more,
      ),
    ),
  )
