import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from "solid-js"
import type { ImportMode, ImportScope } from "@muster/domain/model/Import"
import { columnsOf, requiredOf } from "@muster/domain/rows/columnsOf"
import { draftCheck } from "@muster/domain/drafts/draftCheck"
import { announce } from "../announce.ts"
import { createDraftPlaces } from "../createDraftPlaces.ts"
import { cellsOfText } from "../grid/clipboardText.ts"
import { createDraftKeeper } from "../drafts/createDraftKeeper.ts"
import type { Draft } from "../drafts/draftStore.ts"
import { createGrid } from "../grid/createGrid.ts"
import { fileOfTable } from "../grid/fileOfTable.ts"
import { rowsOfDraft } from "../drafts/rowsOfDraft.ts"
import { takeBlock } from "../grid/takeBlock.ts"
import { t } from "../i18n/language.ts"
import { useSession } from "../session.ts"
import { DraftKept } from "./DraftKept.tsx"
import { GridWorkbench } from "./GridWorkbench.tsx"
import { Notice } from "./Notice.tsx"
import { PasteField } from "./PasteField.tsx"
import { TakenColumns, type Taken } from "./TakenColumns.tsx"
import type { TableWay } from "./TableWays.tsx"

/** What the page needs of a table that is being written. */
export interface TableHandle {
  /** Another number when anything was changed. */
  readonly version: () => number
  /** The table as a file; null while nothing is written. */
  readonly file: () => Blob | null
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
          order: Uint32Array.from(grid.table.rows, ({ id }) => id),
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

  const [taken, setTaken] = createSignal<Taken | null>(null)
  const isBlank = createMemo(() => grid.written() === 0)
  let focus = () => {}
  props.handle({
    version: grid.version,
    sent: keeper.end,
    file: () => {
      const needed: ReadonlyArray<string> = requiredOf(columnsOf(kind, props.mode))
      return isBlank() ? null : fileOfTable(columns, grid.table.rows, (column) => needed.includes(column))
    },
  })

  const take = (block: ReadonlyArray<ReadonlyArray<string>>) => {
    const known = {
      departmentIds: new Set(places()?.departments.keys()),
      groupNames: new Set(places()?.groups.keys()),
    }
    const found = takeBlock(kind, columns, block, known)
    const chosen = grid.cursor.area()
    const area = found === null ? chosen : { ...chosen, left: 0, right: columns.length - 1 }
    const cells = found?.cells ?? block
    if (cells.length === 0) return announce(t("paste.nothing"))
    const rows = grid.paste(area, cells)
    const width = Math.max(...cells.map((row) => row.length))
    grid.cursor.choose(
      { row: area.top, column: area.left },
      { row: area.top + rows - 1, column: area.left + width - 1 },
    )
    setTaken({ rows, left: cells.length - rows, matches: found?.matches ?? null })
    announce(t("paste.done", rows))
    queueMicrotask(() => focus())
  }
  const onPaste = (event: ClipboardEvent) => {
    const elsewhere = event.target instanceof Element && event.target.closest(fields) !== null
    if (props.way === "file" || elsewhere) return
    event.preventDefault()
    take(cellsOfText(event.clipboardData?.getData("text/plain") ?? ""))
  }
  onMount(() => document.addEventListener("paste", onPaste))
  onCleanup(() => document.removeEventListener("paste", onPaste))

  return (
    <div class="new-table" hidden={props.way === "file"}>
      <Show when={props.way === "paste" && isBlank()}>
        <PasteField onText={(text) => take(cellsOfText(text))} />
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
