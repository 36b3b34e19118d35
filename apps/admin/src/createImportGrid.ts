import { createEffect, createMemo, createSignal, on, type Accessor } from "solid-js"
import type { AnsweredImport } from "@muster/client/imports"
import { draftCheck } from "@muster/domain/drafts/draftCheck"
import type { ImportScope } from "@muster/domain/model/Import"
import { createDraftPlaces } from "./createDraftPlaces.ts"
import { actOfDraft } from "./drafts/actOfDraft.ts"
import { createDraftKeeper } from "./drafts/createDraftKeeper.ts"
import type { Draft } from "./drafts/draftStore.ts"
import { createGrid } from "./grid/createGrid.ts"
import type { GridRow } from "./grid/GridRow.ts"
import { useSession } from "./session.ts"

/**
 * The rows of an import in a grid, held against the rules that the import has by then. What is changed is kept in this
 * browser by `draftId`; what was changed and kept before is done again.
 */
export const createImportGrid = (
  scope: Accessor<ImportScope>,
  one: Accessor<AnsweredImport>,
  rows: ReadonlyArray<GridRow>,
  draftId: string,
  draft: Draft | null,
) => {
  const { kind, columns } = one()
  const session = useSession()
  const places = createDraftPlaces(scope)
  const mode = createMemo(() => one().mode)
  const invalidRows = createMemo(() => one().invalidRows)
  const check = createMemo(() => draftCheck(kind, { mode: mode(), invalidRows: invalidRows() }, places()))
  const keeper = createDraftKeeper(draftId, [], () =>
    grid.changed() === 0
      ? null
      : {
          userId: session().user.id,
          mode: mode(),
          columns,
          rows: grid.changed(),
          order: null,
          gone: rows.filter(({ isIn }) => !isIn).map(({ id }) => id),
        },
  )
  const grid = createGrid({ kind, columns, rows, check: check(), grows: false, onTouched: keeper.touch })
  createEffect(on(check, (by) => grid.checkBy(by), { defer: true }))

  const [restored, setRestored] = createSignal<number | null>(null)
  if (draft !== null)
    void grid.perform(function* () {
      const isOther = yield* grid.run(yield* actOfDraft(draft, grid.table))
      setRestored(isOther ? grid.version() : null)
    })
  return {
    grid,
    places,
    keeper,
    /** Whether it is as what was kept before has made it, and nothing was done since. */
    isRestored: () => grid.version() === restored(),
  }
}
