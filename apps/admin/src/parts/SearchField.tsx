import { createUniqueId, onCleanup } from "solid-js"
import { Icon } from "./Icon.tsx"

const waitFor = 250

/** A field to search with; what is typed counts once typing pauses, or at Enter. */
export function SearchField(props: { label: string; value: string; onSearch: (text: string) => void }) {
  const id = createUniqueId()
  let waiting: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(waiting))
  const search = (text: string, wait: number) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => props.onSearch(text), wait)
  }
  return (
    <div class="search">
      <Icon name="search" />
      <label class="visually-hidden" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        placeholder={props.label}
        value={props.value}
        onInput={(event) => search(event.currentTarget.value, waitFor)}
        onKeyDown={(event) => event.key === "Enter" && search(event.currentTarget.value, 0)}
      />
    </div>
  )
}
