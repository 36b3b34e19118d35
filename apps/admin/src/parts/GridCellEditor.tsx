import { onMount } from "solid-js"
import type { GridEditing } from "../grid/createGridEditing.ts"

/** The field in which a cell is written. Enter and Tab keep what was typed and go on, Escape leaves the cell as it was. */
export function GridCellEditor(props: {
  editing: GridEditing
  label: string
  describedBy: string
  invalid: boolean
}) {
  let input!: HTMLInputElement
  onMount(() => {
    input.focus({ preventScroll: true })
    if (!props.editing.replaces()) input.select()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const { editing } = props
    if (event.isComposing) return
    const back = event.shiftKey ? -1 : 1
    const arrows = editing.replaces() && !event.shiftKey
    const done = ((): boolean => {
      switch (event.key) {
        case "Escape":
          editing.leave()
          return true
        case "Enter":
          editing.keep()
          editing.enterOn(back)
          return true
        case "Tab":
          editing.keep()
          return editing.tabOn(back)
        case "ArrowUp":
        case "ArrowDown":
          editing.keep()
          editing.enterOn(event.key === "ArrowDown" ? 1 : -1)
          return true
        case "ArrowLeft":
        case "ArrowRight":
          if (!arrows) return false
          editing.keep()
          editing.tabOn(event.key === "ArrowRight" ? 1 : -1)
          return true
        default:
          return false
      }
    })()
    if (done) event.preventDefault()
  }
  return (
    <input
      ref={input}
      class="grid-editor"
      type="text"
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      value={props.editing.text() ?? ""}
      onInput={(event) => props.editing.setText(event.currentTarget.value)}
      onBlur={() => props.editing.keep()}
      onKeyDown={onKeyDown}
    />
  )
}
