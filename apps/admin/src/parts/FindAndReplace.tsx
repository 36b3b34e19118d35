import { createEffect, createSignal, createUniqueId, For, onCleanup, onMount } from "solid-js"
import { announce } from "../announce.ts"
import type { Grid } from "../grid/createGrid.ts"
import { inSlices } from "../grid/inSlices.ts"
import { countFound, findNext, replaceText, type Search } from "../grid/replaceText.ts"
import type { GridRow } from "../grid/GridRow.ts"
import { partOf } from "../grid/Slices.ts"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"

/** Looks for a text in the rows looked at, and puts another in its place. Escape closes it. */
export function FindAndReplace(props: { grid: Grid; onClose: () => void; onFocus: () => void }) {
  const { grid } = props
  const id = createUniqueId()
  const [text, setText] = createSignal("")
  const [by, setBy] = createSignal("")
  const [whole, setWhole] = createSignal(false)
  const [matchCase, setMatchCase] = createSignal(false)
  const [column, setColumn] = createSignal<number | null>(null)
  let field!: HTMLInputElement
  onMount(() => field.focus())

  const search = (): Search => ({ text: text(), whole: whole(), matchCase: matchCase(), column: column() })
  const isBlank = () => text() === "" && !whole()
  const [found, setFound] = createSignal<number | null>(0)
  createEffect(() => {
    const { rows } = grid.seen()
    const wanted = search()
    const over = new AbortController()
    onCleanup(() => over.abort())
    if (isBlank()) return void setFound(0)
    const later = () => setFound(null)
    inSlices(countFound(rows, wanted), later, over.signal).then(setFound, () => {})
  })
  const next = async (step: 1 | -1) => {
    const from = grid.cursor.active()
    const place = await grid.perform(function* () {
      return isBlank() ? null : yield* findNext(grid.seen().rows, grid.columns.length, search(), from, step)
    })
    if (place === null) announce(t("replacing.none"))
    else grid.cursor.go(place)
    return place !== null
  }
  const replace = (rows: () => ReadonlyArray<GridRow>, wanted: Search) =>
    grid.perform(function* () {
      if (isBlank()) return 0
      const some = rows()
      const cells = yield* partOf(0, 0.3, countFound(some, wanted))
      const act = yield* partOf(0.3, 0.8, replaceText(grid.table, some, wanted, by()))
      return (yield* partOf(0.8, 1, grid.run(act))) ? cells : 0
    })
  const one = async () => {
    const { row, column } = grid.cursor.active()
    const there = grid.rowAt(row)
    if (there === undefined) return
    await replace(() => [there], { ...search(), column })
    await next(1)
  }
  const all = async () => {
    const cells = await replace(() => grid.seen().rows, search())
    if (cells) announce(t("replacing.done", cells))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") props.onClose()
    else if (
      event.key === "Enter" &&
      event.target instanceof HTMLInputElement &&
      event.target.type === "text"
    )
      void next(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  return (
    <form
      class="replacing"
      role="search"
      aria-label={t("grid.find")}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      <div class="fields">
        <div class="field">
          <label for={`${id}-find`}>{t("replacing.text")}</label>
          <input
            ref={field}
            id={`${id}-find`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for={`${id}-by`}>{t("replacing.by")}</label>
          <input
            id={`${id}-by`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={by()}
            onInput={(event) => setBy(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for={`${id}-column`}>{t("replacing.column")}</label>
          <select
            id={`${id}-column`}
            onChange={({ currentTarget: { value } }) => setColumn(value === "" ? null : Number(value))}
          >
            <option value="">{t("replacing.allColumns")}</option>
            <For each={grid.columns}>{(name, at) => <option value={at()}>{columnLabel(name)}</option>}</For>
          </select>
        </div>
      </div>
      <div class="replacing-line">
        <label class="check">
          <input type="checkbox" checked={whole()} onChange={() => setWhole(!whole())} />
          {t("replacing.whole")}
        </label>
        <label class="check">
          <input type="checkbox" checked={matchCase()} onChange={() => setMatchCase(!matchCase())} />
          {t("replacing.matchCase")}
        </label>
        <p class="table-count" role="status">
          {found() === null ? t("replacing.counting") : t("replacing.found", found() ?? 0)}
        </p>
        <div class="actions">
          <button
            type="button"
            class="button"
            onClick={() => void next(1).then((is) => is && props.onFocus())}
          >
            {t("replacing.next")}
          </button>
          <button type="button" class="button" onClick={() => void one()}>
            {t("replacing.one")}
          </button>
          <button type="button" class="button" onClick={() => void all()}>
            {t("replacing.all")}
          </button>
          <button type="button" class="button quiet" onClick={() => props.onClose()}>
            {t("replacing.close")}
          </button>
        </div>
      </div>
    </form>
  )
}
