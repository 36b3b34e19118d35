import { listRows } from "@muster/client/imports"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { ImportScope } from "@muster/domain/model/Import"
import { api } from "../api.ts"
import { GridRow } from "./GridRow.ts"

/**
 * All rows of an import that are not left out, page by page; `onLoaded` is told how many there are after each.
 * Fails as the API does.
 */
export const loadImportRows = async (
  scope: ImportScope,
  id: string,
  columns: ReadonlyArray<string>,
  onLoaded: (rows: number) => void,
  signal: AbortSignal,
): Promise<ReadonlyArray<GridRow>> => {
  const rows: Array<GridRow> = []
  let cursor: string | null = null
  do {
    const page: { items: ReadonlyArray<ToldRow>; nextCursor: string | null } = await listRows(
      api,
      scope,
      id,
      { statuses: [] },
      cursor,
      signal,
    )
    for (const { row, status, cells, issues } of page.items) {
      const texts = columns.map((column) => cells[column] ?? "")
      if (status !== "skipped") rows.push(new GridRow(row, texts, { cells: texts, issues }))
    }
    onLoaded(rows.length)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}
