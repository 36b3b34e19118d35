import { Effect, Layer, Option } from "effect"
import type { ImportScope } from "../model/Import.ts"
import { ColumnMemory, type ColumnMeanings } from "../ports/ColumnMemory.ts"
import { headerKey } from "../rows/matchColumn.ts"

/** The reference meaning of the port `ColumnMemory`. */
export const memoryColumnMemory = Layer.sync(ColumnMemory, () => {
  const chosen = new Map<string, ColumnMeanings>()
  const keyOf = ({ kind, databaseId }: ImportScope, header: ReadonlyArray<string>) =>
    JSON.stringify([kind, databaseId, headerKey(header)])
  return ColumnMemory.of({
    recall: (scope, header) => Effect.sync(() => Option.fromNullishOr(chosen.get(keyOf(scope, header)))),
    remember: (scope, header, meanings) => Effect.sync(() => void chosen.set(keyOf(scope, header), meanings)),
  })
})
