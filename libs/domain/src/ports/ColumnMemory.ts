import { Context, type Effect, type Option } from "effect"
import type { ImportScope } from "../model/Import.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** What columns were chosen to mean, by the header they stood in and where it was imported. */
export class ColumnMemory extends Context.Service<
  ColumnMemory,
  {
    /** The meaning of each column, as chosen the last time a header with these texts was imported there. */
    readonly recall: (
      scope: ImportScope,
      header: ReadonlyArray<string>,
    ) => Effect.Effect<Option.Option<ColumnMeanings>, StoreUnavailable>
    /** Keeps the choice in place of an older one. */
    readonly remember: (
      scope: ImportScope,
      header: ReadonlyArray<string>,
      meanings: ColumnMeanings,
    ) => Effect.Effect<void, StoreUnavailable>
  }
>()("@muster/domain/ports/ColumnMemory") {}

/** Names of columns by position in the file; null for one that is not used. */
export type ColumnMeanings = ReadonlyArray<string | null>
