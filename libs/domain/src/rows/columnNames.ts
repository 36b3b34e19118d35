import type { Import } from "../model/Import.ts"
import type { ColumnName } from "./Column.ts"
import { columnsOf } from "./columnsOf.ts"

/** The known column at each position of an import's cells, null where the column is unknown. */
export const columnNames = (one: Pick<Import, "kind" | "columns">): ReadonlyArray<ColumnName | null> => {
  const known = new Map<string, ColumnName>(columnsOf(one.kind).map(({ name }) => [name, name]))
  return one.columns.map((column) => known.get(column) ?? null)
}
