import { useQueryClient } from "@tanstack/solid-query"
import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from "solid-js"
import type { AnsweredImport } from "@muster/client/imports"
import { isFinal, isUnderWay, type ImportScope } from "@muster/domain/model/Import"
import { followImport } from "@muster/client/followImport"
import { findImport } from "@muster/client/imports"
import { api } from "./api.ts"
import { createQuery } from "./createQuery.ts"
import { language } from "./i18n/language.ts"
import { rowsKey } from "./createRows.ts"

/** What an import at its end may have changed. */
const changedLists = [["platform-users"], ["accesses"], ["departments"], ["permission-groups"]]

const pollEvery = 1000

/**
 * One import, kept up to date while the server works on it: by its events, and where they do not come
 * through, by asking every second. `show` puts an answer of the API in place, `whenSettled` waits for the
 * server to be done, and each time it is, the rows are loaded again, and at its end so is what it changed.
 */
export const createImport = (scope: Accessor<ImportScope>, id: Accessor<string>) => {
  const client = useQueryClient()
  const key = () => ["import", id(), language()]
  const [polls, setPolls] = createSignal(false)
  const query = createQuery(() => ({
    queryKey: key(),
    queryFn: ({ signal }) => findImport(api, scope(), id(), signal),
    refetchInterval: polls() ? pollEvery : false,
    placeholderData: (previous: AnsweredImport | undefined) => (previous?.id === id() ? previous : undefined),
  }))
  const show = (one: AnsweredImport) => {
    void client.cancelQueries({ queryKey: key() })
    client.setQueryData(key(), one)
  }

  const underWay = createMemo(() => {
    const one = query().data
    return one !== undefined && isUnderWay(one.state)
  })
  createEffect(() => {
    if (!underWay()) return void setPolls(false)
    const following = new AbortController()
    followImport(api, scope(), id(), show, following.signal).catch(() => {
      if (!following.signal.aborted) setPolls(true)
    })
    onCleanup(() => following.abort())
  })

  let waiting: Array<() => void> = []
  let round = 0
  const settledAt = createMemo(() => (underWay() ? 0 : query().updatedAt))
  createEffect(() => {
    if (settledAt() === 0) return
    const mine = ++round
    const one = query().data
    if (one !== undefined && isFinal(one.state))
      for (const key of [["import", one.undoes], ...changedLists])
        void client.invalidateQueries({ queryKey: key })
    void client.refetchQueries({ queryKey: rowsKey(id()), type: "active" }).then(() => {
      if (mine !== round || underWay()) return
      for (const resolve of waiting) resolve()
      waiting = []
    })
  })
  const whenSettled = () => new Promise<void>((resolve) => waiting.push(resolve))

  return { query, show, whenSettled }
}
