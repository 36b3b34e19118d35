import { For, Show, type JSX } from "solid-js"
import { Room } from "./Room.tsx"

/** What stands above a column; a `number` is aligned right, a `hidden` header is only read out. */
export type ListColumn = readonly [label: string, kind?: "number" | "hidden"]

/** A list as a table, one `tr` a line; on a telephone each cell carries its column's name in `data-label`. */
export function ListTable(props: {
  caption: string
  columns: ReadonlyArray<ListColumn>
  /** How many lines there are, in words. */
  count?: string
  table?: (table: HTMLTableElement) => void
  /** In pixels: the room of lines before and after these that are not in the document. */
  above?: number
  below?: number
  children: JSX.Element
}) {
  return (
    <div class="list">
      <Show when={props.count}>
        <p class="table-count" role="status">
          {props.count}
        </p>
      </Show>
      <div class="table-scroll" role="region" aria-label={props.caption} tabindex="0">
        <table class="table stack" ref={(table) => props.table?.(table)}>
          <caption class="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              <For each={props.columns}>
                {([label, kind]) => (
                  <th scope="col" class={kind === "number" ? "number" : ""}>
                    <span class={kind === "hidden" ? "visually-hidden" : ""}>{label}</span>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <Room height={props.above ?? 0} />
          <tbody>{props.children}</tbody>
          <Room height={props.below ?? 0} />
        </table>
      </div>
    </div>
  )
}
