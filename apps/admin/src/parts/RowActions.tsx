import { For } from "solid-js"

interface RowAction {
  readonly label: string
  readonly onChoose: () => void
}

/** What can be done with a line of a list; `name` says which line, to people who hear the page. */
export function RowActions(props: { name: string; actions: ReadonlyArray<RowAction> }) {
  return (
    <td class="number">
      <div class="row-actions">
        <For each={props.actions}>
          {(action) => (
            <button
              type="button"
              class="link"
              aria-label={`${action.label}: ${props.name}`}
              onClick={() => action.onChoose()}
            >
              {action.label}
            </button>
          )}
        </For>
      </div>
    </td>
  )
}
