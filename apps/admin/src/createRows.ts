import { createEffect, type Accessor } from "solid-js"
import type { ImportScope } from "@muster/domain/model/Import"
import { listRows, type RowsWanted } from "@muster/client/imports"
import { api } from "./api.ts"
import { createPages } from "./createQuery.ts"
import { language } from "./i18n/language.ts"

/** Up to this many rows are loaded without being asked for, and then searched and grouped here. */
export const loadedAtOnce = 2000

export const rowsKey = (importId: string) => ["rows", importId]

/** The wanted rows of an import, loaded page by page. */
export const createRows = (
  scope: Accessor<ImportScope>,
  id: Accessor<string>,
  wanted: Accessor<RowsWanted>,
) => {
  const rows = createPages(() => {
    const [from, importId, which] = [scope(), id(), wanted()]
    return {
      key: [...rowsKey(importId), which, language()],
      page: (cursor, signal) => listRows(api, from, importId, which, cursor, signal),
      keepPrevious: true,
    }
  })
  createEffect(() => {
    const { data, hasMore, isLoadingMore, loadMore, error } = rows()
    if (hasMore && !isLoadingMore && error === null && (data?.length ?? 0) < loadedAtOnce) loadMore()
  })
  return rows
}
