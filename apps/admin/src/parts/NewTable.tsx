import { createEffect, createMemo, on, onCleanup, onMount, Show } from "solid-js"
import type { ImportMode, ImportScope } from "@muster/domain/model/Import"
import { columnsOf, requiredOf } from "@muster/domain/rows/columnsOf"
import { draftCheck } from "@muster/domain/drafts/draftCheck"
import { createDraftPlaces } from "../createDraftPlaces.ts"
import { createPasting } from "../createPasting.ts"
import { createDraftKeeper } from "../drafts/createDraftKeeper.ts"
import type { Draft } from "../drafts/draftStore.ts"
import { createGrid } from "../grid/createGrid.ts"
import { fileOfTable } from "../grid/fileOfTable.ts"
import type { GridRow } from "../grid/GridRow.ts"
import { inSlices } from "../grid/inSlices.ts"
import { rowsOfDraft } from "../drafts/rowsOfDraft.ts"
import { t } from "../i18n/language.ts"
import { useSession } from "../session.ts"
import { DraftKept } from "./DraftKept.tsx"
import { GridWorkbench } from "./GridWorkbench.tsx"
import { Notice } from "./Notice.tsx"
import { PasteField } from "./PasteField.tsx"
import { TakenColumns } from "./TakenColumns.tsx"
import type { TableWay } from "./TableWays.tsx"

/** What the page needs of a table that is being written. */
export interface TableHandle {
  /** The table as a file, and another number when anything was changed; null while nothing is written. */
  readonly file: () => Promise<{ readonly bytes: Blob; readonly version: number } | null>
  /** It was sent: nothing of it is kept in this browser. */
  readonly sent: () => Promise<void>
}

/** Where a paste is meant for what has the focus; a choice in the page takes none. */
const fields = "input:not([type=radio], [type=checkbox], [type=file]), textarea, dialog"

/** The rows of a new import, pasted from a spreadsheet or typed, held against the rules as they are written. */
export default function NewTable(props: {
  /** By what it is kept in this browser. */
  id: string
  /** What was begun before, if it is to go on. */
  draft: Draft | null
  scope: ImportScope
  mode: ImportMode
  way: TableWay
  /** How many rows an import may have; null while that is not known. */
  most: number | null
  handle: (handle: TableHandle) => void
}) {
  const { kind } = props.scope
  const columns = columnsOf(kind).map(({ name }) => name)
  const places = createDraftPlaces(() => props.scope)
  const check = () => draftCheck(kind, { mode: props.mode, invalidRows: "refuse" }, places())
  const session = useSession()
  const begun = rowsOfDraft(props.draft, columns)
  const keeper = createDraftKeeper(props.id, begun, () =>
    isBlank()
      ? null
      : {
          userId: session().user.id,
          mode: props.mode,
          columns,
          rows: grid.written(),
          order: orderOf(grid.table.rows),
          gone: [],
        },
  )
  const grid = createGrid({
    kind,
    columns,
    rows: begun,
    check: check(),
    grows: true,
    onTouched: keeper.touch,
  })
  createEffect(on(() => props.mode, keeper.later, { defer: true }))
  createEffect(on(check, (by) => grid.checkBy(by), { defer: true }))

  const { paste, taken } = createPasting(grid, places)
  const isBlank = createMemo(() => grid.written() === 0)
  let focus = () => {}
  props.handle({
    sent: keeper.end,
    file: async () => {
      const needed: ReadonlyArray<string> = requiredOf(columnsOf(kind, props.mode))
      const now = await grid.perform(function* () {
        return { version: grid.version(), rows: grid.table.rows.map(({ cells }) => cells) }
      })
      if (now === null || isBlank()) return null
      const bytes = await inSlices(fileOfTable(columns, now.rows, (column) => needed.includes(column)))
      return { bytes, version: now.version }
    },
  })

  const take = async (text: string) => {
    await paste(text)
    focus()
  }
  const onPaste = (event: ClipboardEvent) => {
    const elsewhere = event.target instanceof Element && event.target.closest(fields) !== null
    if (props.way === "file" || elsewhere) return
    event.preventDefault()
    void take(event.clipboardData?.getData("text/plain") ?? "")
  }
  onMount(() => document.addEventListener("paste", onPaste))
  onCleanup(() => document.removeEventListener("paste", onPaste))

  return (
    <div class="new-table" hidden={props.way === "file"}>
      <Show when={props.way === "paste" && isBlank()}>
        <PasteField onText={(text) => void take(text)} />
      </Show>
      <Show when={taken()}>{(one) => <TakenColumns taken={one()} />}</Show>
      <Show when={props.way === "type" || !isBlank()}>
        <GridWorkbench
          grid={grid}
          label={t("grid.label")}
          onPaste={take}
          handle={(given) => (focus = given)}
        />
      </Show>
      <DraftKept at={keeper.keptAt()} />
      <Show when={props.most !== null && grid.written() > props.most}>
        <Notice tone="error" title={t("grid.tooMany", grid.written(), props.most ?? 0)} />
      </Show>
    </div>
  )
}

const orderOf = (rows: ReadonlyArray<GridRow>): Uint32Array => {
  const order = new Uint32Array(rows.length)
  rows.forEach(({ id }, at) => (order[at] = id))
  return order
}
