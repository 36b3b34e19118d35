/** Letters that most typefaces draw alike, each pair Latin first (after UTS 39, confusables.txt). */
const cyrillic = "aаcсeеoоpрxхyуiіjјsѕdԁqԛwԝhһlӏ AАBВEЕKКMМHНOОPРCСTТXХYҮIІJЈSЅ"
const greek = "oοvνiιaαuυpρyγxχ AΑBΒEΕZΖHΗIΙKΚMΜNΝOΟPΡTΤYΥXΧ"

const pairs = (text: string): ReadonlyArray<readonly [latin: string, other: string]> =>
  (text.replaceAll(" ", "").match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)])

/** The Latin letter that a Cyrillic or Greek one looks like. */
export const latinOf: ReadonlyMap<string, string> = new Map(
  [...pairs(cyrillic), ...pairs(greek)].map(([latin, other]) => [other, latin]),
)

/** The Cyrillic letter that a Latin one looks like. */
export const cyrillicOf: ReadonlyMap<string, string> = new Map(pairs(cyrillic))

/** The Greek letter that a Latin one looks like. */
export const greekOf: ReadonlyMap<string, string> = new Map(pairs(greek))
