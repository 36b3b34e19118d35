/** Row numbers as people write them: `2-4, 9` for 2, 3, 4 and 9. In order; the empty text for none. */
export const rowRanges = (rows: ReadonlyArray<number>): string => {
  const inOrder = [...new Set(rows)].sort((one, other) => one - other)
  const begins = inOrder.filter((row, at) => inOrder[at - 1] !== row - 1)
  const ends = inOrder.filter((row, at) => inOrder[at + 1] !== row + 1)
  return begins.map((begin, at) => (begin === ends[at] ? `${begin}` : `${begin}-${ends[at]}`)).join(", ")
}
