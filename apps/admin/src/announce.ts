import { createSignal } from "solid-js"

const [announcement, setAnnouncement] = createSignal("")

/** What the live region says now. */
export { announcement }

let clearing: ReturnType<typeof setTimeout> | undefined

/** Says something to people who use a screen reader, after what they are hearing now. */
export const announce = (text: string): void => {
  clearTimeout(clearing)
  setAnnouncement("")
  // Emptied first: the same text twice would not be read twice.
  clearing = setTimeout(() => setAnnouncement(text), 60)
}
