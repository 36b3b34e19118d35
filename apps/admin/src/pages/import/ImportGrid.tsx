import { onMount, Show } from "solid-js"
import type { AnsweredImport } from "@muster/client/imports"
import type { ImportScope } from "@muster/domain/model/Import"
import { announce } from "../../announce.ts"
import { createGridSaving } from "../../createGridSaving.ts"
import { createImportGrid } from "../../createImportGrid.ts"
import { createPasting } from "../../createPasting.ts"
import type { Draft } from "../../drafts/draftStore.ts"
import type { GridRow } from "../../grid/GridRow.ts"
import type { Taken } from "../../grid/pasteText.ts"
import { rowChanges } from "../../grid/rowChanges.ts"
import { formatMoment } from "../../i18n/format.ts"
import { t } from "../../i18n/language.ts"
import { DraftKept } from "../../parts/DraftKept.tsx"
import { GridWorkbench } from "../../parts/GridWorkbench.tsx"
import { Notice } from "../../parts/Notice.tsx"
import { TakenColumns } from "../../parts/TakenColumns.tsx"
import { GridSaving } from "./GridSaving.tsx"

/** The rows of an import in a grid, with what the server found in them, until what was changed is saved. */
export function ImportGrid(props: {
  scope: ImportScope
  one: AnsweredImport
  rows: ReadonlyArray<GridRow>
  /** By what the changes are kept in this browser, and those that were kept before. */
  draftId: string
  draft: Draft | null
  show: (one: AnsweredImport) => void
  whenSettled: () => Promise<void>
  onClose: () => void
}) {
  const { grid, places, keeper, isRestored } = createImportGrid(
    () => props.scope,
    () => props.one,
    props.rows,
    props.draftId,
    props.draft,
  )
  const { paste, taken } = createPasting(grid, places)
  let focus = () => {}
  onMount(() => queueMicrotask(() => focus()))

  const saving = createGridSaving({
    scope: () => props.scope,
    id: () => props.one.id,
    changes: () => grid.perform(() => rowChanges(grid.columns, props.rows)),
    show: props.show,
    whenSettled: props.whenSettled,
    onSaved: async (rows) => {
      await keeper.end()
      announce(t("inGrid.saved", rows))
      props.onClose()
    },
  })
  return (
    <>
      <Show when={isRestored() && props.draft}>
        {(draft) => (
          <Notice
            tone="info"
            title={t(
              "drafts.again",
              formatMoment(new Date(draft().head.at).toISOString()),
              draft().head.rows,
            )}
            action={
              <button type="button" class="button" onClick={() => void grid.undo()}>
                {t("drafts.discardChanges")}
              </button>
            }
          />
        )}
      </Show>
      <Show when={isWorthTelling(taken())}>
        {(one) => <TakenColumns taken={one()} noRoom={t("inGrid.noNewRows")} />}
      </Show>
      <div inert={saving.busy()}>
        <GridWorkbench
          grid={grid}
          label={t("inGrid.title")}
          onPaste={paste}
          handle={(given) => (focus = given)}
        />
      </div>
      <DraftKept at={keeper.keptAt()} />
      <GridSaving
        one={props.one}
        changed={grid.changed()}
        saving={saving}
        onLeave={() => void (grid.changed() > 0 ? keeper.end().then(props.onClose) : props.onClose())}
      />
    </>
  )
}

/** A few cells written where somebody is speak for themselves. */
const isWorthTelling = (taken: Taken | null) =>
  taken !== null && (taken.left > 0 || taken.matches !== null) && taken
