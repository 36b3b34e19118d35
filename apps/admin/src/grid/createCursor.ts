import { createMemo, createSignal, type Accessor } from "solid-js"
import { areaOf, type Place } from "./Area.ts"

/** Where somebody is in a grid of so many rows and columns, and which block from there to another cell is chosen. */
export const createCursor = (rows: Accessor<number>, columns: number) => {
  const [active, setActive] = createSignal<Place>({ row: 0, column: 0 })
  const [end, setEnd] = createSignal<Place>({ row: 0, column: 0 })
  const within = ({ row, column }: Place): Place => ({
    row: Math.max(0, Math.min(row, rows() - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  })
  const isOutside = (place: Place) => place.row !== within(place).row
  const go = (place: Place) => {
    setActive(within(place))
    setEnd(within(place))
  }
  return {
    active,
    /** The corner of the block that moves. */
    end,
    area: createMemo(() => areaOf(active(), end())),
    go,
    /** Goes so far from where it is. */
    move: (down: number, right: number) => go({ row: active().row + down, column: active().column + right }),
    /** Chooses the block from where it is to a place. */
    extendTo: (place: Place) => void setEnd(within(place)),
    /** Chooses a block. */
    choose: (from: Place, to: Place) => {
      setActive(within(from))
      setEnd(within(to))
    },
    /** Stays within rows that have become fewer. */
    clamp: () => {
      if (isOutside(active())) setActive(within(active()))
      if (isOutside(end())) setEnd(within(end()))
    },
  }
}

export type Cursor = ReturnType<typeof createCursor>
