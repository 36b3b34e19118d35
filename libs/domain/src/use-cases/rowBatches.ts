import { Effect, Option, Stream } from "effect"
import type { ImportRow } from "../model/ImportRow.ts"
import { Imports, type RowQuery } from "../ports/Imports.ts"
import type { StoreUnavailable } from "../ports/StoreUnavailable.ts"

/** How many rows are read, checked, looked up and kept at once. */
export const rowsAtOnce = 1000

/** An import's rows in order, after a row or from the first, so many at once; no batch is empty. */
export const rowBatches = (
  importId: string,
  { after = 0, statuses = null }: Partial<Pick<RowQuery, "after" | "statuses">> = {},
): Stream.Stream<ReadonlyArray<ImportRow>, StoreUnavailable, Imports> =>
  Stream.paginate(after, (after: number) =>
    Effect.gen(function* () {
      const rows = yield* (yield* Imports).rows(importId, { statuses, after, limit: rowsAtOnce })
      const next = rows.length < rowsAtOnce ? undefined : rows.at(-1)?.row
      return [rows.length === 0 ? [] : [rows], Option.fromNullishOr(next)]
    }),
  )

/** The number of a batch's last row. */
export const lastOf = (rows: ReadonlyArray<ImportRow>): number => rows.at(-1)?.row ?? 0
