import { createEffect, type Accessor } from "solid-js"
import type { ImportScope, RowStatus } from "@muster/domain/model/Import"
import { listRows } from "./api/imports.ts"
import { createPages } from "./createQuery.ts"
import { language } from "./i18n/language.ts"

/** Up to this many rows are loaded without being asked for, and then searched and grouped here. */
export const loadedAtOnce = 2000

export const rowsKey = (importId: string) => ["rows", importId]

/** The rows of an import that have one of the statuses (none given: all), loaded page by page. */
export const createRows = (
  scope: Accessor<ImportScope>,
  id: Accessor<string>,
  statuses: Accessor<ReadonlyArray<RowStatus>>,
) => {
  const rows = createPages(() => {
    const [from, importId, wanted] = [scope(), id(), statuses()]
    return {
      key: [...rowsKey(importId), wanted.join(","), language()],
      page: (cursor, signal) => listRows(from, importId, wanted, cursor, signal),
      keepPrevious: true,
    }
  })
  createEffect(() => {
    const { data, hasMore, isLoadingMore, loadMore, error } = rows()
    if (hasMore && !isLoadingMore && error === null && (data?.length ?? 0) < loadedAtOnce) loadMore()
  })
  return rows
}
