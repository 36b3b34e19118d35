/**
 * How far two texts are apart, from 0 (the same) to 1: the least number of letters to insert, leave out or
 * change, or of neighbours to swap (Damerau and Levenshtein, each stretch edited once), over the length of the
 * longer one. More than a third apart counts as 1.
 */
export const editDistance = (one: string, other: string): number => {
  const longer = Math.max(one.length, other.length)
  if (longer === 0 || Math.abs(one.length - other.length) > longer / 3) return 1
  let before: ReadonlyArray<number> = []
  let previous: ReadonlyArray<number> = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const current = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      current.push(
        Math.min(
          (previous[j] ?? 0) + 1,
          (current[j - 1] ?? 0) + 1,
          (previous[j - 1] ?? 0) + same,
          swapped ? (before[j - 2] ?? 0) + 1 : longer,
        ),
      )
    }
    before = previous
    previous = current
  }
  const far = (previous[other.length] ?? longer) / longer
  return far > 1 / 3 ? 1 : far
}
