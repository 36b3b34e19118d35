import { Show } from "solid-js"

/** The room of the rows of a table that are not in the document. */
export const Room = (props: { height: number }) => (
  <Show when={props.height > 0}>
    <tbody class="room" aria-hidden="true">
      <tr>
        <td style={{ height: `${props.height}px` }} />
      </tr>
    </tbody>
  </Show>
)
