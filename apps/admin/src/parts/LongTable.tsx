import { createMemo, createSignal, For, type JSX } from "solid-js"
import { createWindowedRows } from "../createWindowedRows.ts"
import { ListTable, type ListColumn } from "./ListTable.tsx"

/** A list of which only the lines in sight are in the document, once it is long; `children` gives a line's cells. */
export function LongTable<A>(props: {
  caption: string
  columns: ReadonlyArray<ListColumn>
  count: string
  lines: ReadonlyArray<A>
  children: (line: A) => JSX.Element
}) {
  const [table, setTable] = createSignal<HTMLTableElement>()
  const indexes = createMemo(() => new Map(props.lines.map((line, index) => [line, index])))
  const windowed = createWindowedRows(() => props.lines, table, 39)
  return (
    <ListTable
      caption={props.caption}
      columns={props.columns}
      count={props.count}
      table={setTable}
      above={windowed.above()}
      below={windowed.below()}
    >
      <For each={windowed.shown()}>
        {(line) => (
          <tr
            data-index={indexes().get(line) ?? 0}
            ref={(element) => queueMicrotask(() => windowed.measure(element))}
          >
            {props.children(line)}
          </tr>
        )}
      </For>
    </ListTable>
  )
}
