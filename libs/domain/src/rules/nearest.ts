import { foldHeader } from "../rows/matchColumn.ts"

/**
 * The up to three things whose names come nearest to a text, nearest first: by edit distance (Levenshtein) of
 * at most a third of the longer one, without regard to case, accents, signs and leading zeros. Those that are
 * the same then stand alone. When nothing is near and there are no more than eight to choose from, all of them.
 */
export const nearest = <A>(
  text: string,
  things: ReadonlyArray<A>,
  namesOf: (thing: A) => ReadonlyArray<string>,
): ReadonlyArray<A> => {
  const wanted = fold(text)
  const near = things
    .map((thing) => ({ thing, far: Math.min(...namesOf(thing).map((name) => distance(wanted, fold(name)))) }))
    .filter(({ far }) => far <= 1 / 3)
    .sort((one, other) => one.far - other.far)
  const same = near.filter(({ far }) => far === 0)
  if (near.length === 0) return things.length <= 8 ? things : []
  return (same.length > 0 ? same : near).slice(0, 3).map(({ thing }) => thing)
}

const fold = (text: string): string => foldHeader(text.slice(0, 100)).replace(/^0+(?=.)/, "")

const distance = (one: string, other: string): number => {
  const longer = Math.max(one.length, other.length)
  if (longer === 0 || Math.abs(one.length - other.length) > longer / 3) return 1
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const current = [i]
    for (let j = 1; j <= other.length; j++)
      current.push(
        Math.min(
          (previous[j] ?? 0) + 1,
          (current[j - 1] ?? 0) + 1,
          (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      )
    previous = current
  }
  return (previous[other.length] ?? longer) / longer
}
