import { editDistance } from "../rows/editDistance.ts"
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
    .map((thing) => ({
      thing,
      far: Math.min(...namesOf(thing).map((name) => editDistance(wanted, fold(name)))),
    }))
    .filter(({ far }) => far < 1)
    .sort((one, other) => one.far - other.far)
  const same = near.filter(({ far }) => far === 0)
  if (near.length === 0) return things.length <= 8 ? things : []
  return (same.length > 0 ? same : near).slice(0, 3).map(({ thing }) => thing)
}

const fold = (text: string): string => foldHeader(text.slice(0, 100)).replace(/^0+(?=.)/, "")
