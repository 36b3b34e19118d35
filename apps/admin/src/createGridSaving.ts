import { createSignal } from "solid-js"
import { correctAllRows } from "@muster/client/correctAllRows"
import type { AnsweredImport, RowChange } from "@muster/client/imports"
import type { ImportScope } from "@muster/domain/model/Import"
import { api } from "./api.ts"
import { createAct } from "./createAct.ts"

/**
 * Saves what was changed in the grid, and waits until all of it is validated. When a call fails, what was saved before
 * it stays saved; saving again goes on with all changes, which does no harm twice.
 */
export const createGridSaving = (options: {
  readonly scope: () => ImportScope
  readonly id: () => string
  readonly changes: () => Promise<ReadonlyArray<RowChange> | null>
  readonly show: (one: AnsweredImport) => void
  readonly whenSettled: () => Promise<void>
  readonly onSaved: (rows: number) => Promise<void>
}) => {
  const [progress, setProgress] = createSignal({ done: 0, total: 0 })
  const act = createAct(async () => {
    const changes = (await options.changes()) ?? []
    setProgress({ done: 0, total: changes.length })
    await correctAllRows(api, options.scope(), options.id(), changes, (one, done) => {
      options.show(one)
      setProgress({ done, total: changes.length })
    })
    await options.whenSettled()
    await options.onSaved(changes.length)
  })
  return { ...act, progress }
}
