import { createSignal, Show } from "solid-js"
import type { Grid as Model } from "../grid/createGrid.ts"
import { FindAndReplace } from "./FindAndReplace.tsx"
import { Grid } from "./Grid.tsx"
import { GridTools } from "./GridTools.tsx"

/** A grid with its tools above it. */
export function GridWorkbench(props: {
  grid: Model
  label: string
  onPaste: (text: string) => Promise<void>
  handle: (focus: () => void) => void
}) {
  const [finding, setFinding] = createSignal(false)
  let focus = () => {}
  const close = () => {
    setFinding(false)
    focus()
  }
  return (
    <div class="workbench">
      <GridTools
        grid={props.grid}
        finding={finding()}
        onFind={() => (finding() ? close() : setFinding(true))}
        onFocus={() => focus()}
      />
      <Show when={finding()}>
        <FindAndReplace grid={props.grid} onClose={close} onFocus={() => focus()} />
      </Show>
      <Grid
        grid={props.grid}
        label={props.label}
        onPaste={props.onPaste}
        onFind={() => setFinding(true)}
        handle={(given) => {
          focus = given
          props.handle(given)
        }}
      />
    </div>
  )
}
