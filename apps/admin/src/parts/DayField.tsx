import { createUniqueId } from "solid-js"

/** A day to choose (`2026-01-31`), or none. */
export function DayField(props: { label: string; value: string; onChoose: (day: string) => void }) {
  const id = createUniqueId()
  return (
    <div class="field inline">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      />
    </div>
  )
}
