import type { GridRow } from "./GridRow.ts"

/** Puts some rows among others, each at its position among all of them; positions are in order. */
export const putIn = (
  rows: Array<GridRow>,
  positions: ReadonlyArray<number>,
  some: ReadonlyArray<GridRow>,
): void => {
  if (some.length === 1) return void rows.splice(positions[0] ?? 0, 0, ...some)
  let from = rows.length - 1
  rows.length += some.length
  let next = some.length - 1
  for (let at = rows.length - 1; next >= 0; at--) {
    if (at === positions[next]) rows[at] = some[next--] as GridRow
    else rows[at] = rows[from--] as GridRow
  }
}

/** Takes the rows at some positions out of others; positions are in order. */
export const takeOut = (rows: Array<GridRow>, positions: ReadonlyArray<number>): void => {
  if (positions.length === 1) return void rows.splice(positions[0] ?? 0, 1)
  let next = 0
  let to = positions[0] ?? rows.length
  for (let at = to; at < rows.length; at++) {
    if (at === positions[next]) next++
    else rows[to++] = rows[at] as GridRow
  }
  rows.length = to
}
