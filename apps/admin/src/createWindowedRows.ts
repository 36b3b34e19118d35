import { createWindowVirtualizer } from "@tanstack/solid-virtual"
import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js"

/** From this many rows on, only those in sight are in the document. */
const allUpTo = 200

/**
 * Which rows of a long table are in the document, with the room that those above and below take up. Row
 * elements carry `data-index` and are handed to `measure`, since their heights differ.
 */
export const createWindowedRows = <A>(
  rows: Accessor<ReadonlyArray<A>>,
  table: Accessor<HTMLElement | undefined>,
  estimate: number,
) => {
  const windowed = () => rows().length > allUpTo
  const [margin, setMargin] = createSignal(0)
  const findMargin = () => {
    const top = table()?.getBoundingClientRect().top
    if (top !== undefined) setMargin(Math.round(top + window.scrollY))
  }
  // What is above the table grows and shrinks, and the table moves with it.
  const observer = new ResizeObserver(findMargin)
  observer.observe(document.body)
  onCleanup(() => observer.disconnect())
  createEffect(findMargin)

  const virtualizer = createWindowVirtualizer<HTMLElement>({
    get count() {
      return windowed() ? rows().length : 0
    },
    get scrollMargin() {
      return margin()
    },
    estimateSize: () => estimate,
    overscan: 8,
  })
  const items = () => virtualizer.getVirtualItems()

  return {
    shown: (): ReadonlyArray<A> =>
      windowed()
        ? items().flatMap(({ index }) => {
            const row = rows()[index]
            return row === undefined ? [] : [row]
          })
        : rows(),
    above: () => (windowed() ? Math.max(0, (items()[0]?.start ?? 0) - margin()) : 0),
    below: () =>
      windowed() ? Math.max(0, virtualizer.getTotalSize() - ((items().at(-1)?.end ?? 0) - margin())) : 0,
    measure: (element: HTMLElement) => {
      if (windowed()) virtualizer.measureElement(element)
    },
    /** Scrolls a row into sight, so that it is in the document by the next frame or soon after. */
    scrollTo: (index: number) => {
      if (windowed()) virtualizer.scrollToIndex(index, { align: "center" })
    },
  }
}
