import { createMemo, createSignal, createUniqueId, For, onMount } from "solid-js"
import { announce } from "../announce.ts"
import type { Grid } from "../grid/createGrid.ts"
import { countFound, findNext, replaceText, type Search } from "../grid/replaceText.ts"
import { seenRow } from "../grid/writeCells.ts"
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
  const found = createMemo(() => {
    grid.version()
    return text() === "" && !whole() ? 0 : countFound(grid.seen().rows, search())
  })
  const next = (step: 1 | -1) => {
    const place =
      found() === 0
        ? null
        : findNext(grid.seen().rows, grid.columns.length, search(), grid.cursor.active(), step)
    if (place === null) announce(t("replacing.none"))
    else grid.cursor.go(place)
    return place !== null
  }
  const one = () => {
    const { row, column } = grid.cursor.active()
    const there = seenRow(grid.seen(), row)
    if (there === undefined || found() === 0) return
    grid.run(replaceText(grid.table, [there], { ...search(), column }, by()))
    next(1)
  }
  const all = () => {
    const cells = found()
    if (cells > 0 && grid.run(replaceText(grid.table, grid.seen().rows, search(), by())))
      announce(t("replacing.done", cells))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") props.onClose()
    else if (
      event.key === "Enter" &&
      event.target instanceof HTMLInputElement &&
      event.target.type === "text"
    )
      next(event.shiftKey ? -1 : 1)
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
          {t("replacing.found", found())}
        </p>
        <div class="actions">
          <button type="button" class="button" onClick={() => next(1) && props.onFocus()}>
            {t("replacing.next")}
          </button>
          <button type="button" class="button" onClick={one}>
            {t("replacing.one")}
          </button>
          <button type="button" class="button" onClick={all}>
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
