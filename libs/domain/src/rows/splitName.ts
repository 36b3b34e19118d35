/** What of a full name a cell is to hold. */
export type NamePart = "first" | "last"

const particles = new Set(
  "af al av bin da de del della den der des di do dos du el ibn la le ten ter und van von vom y zu zum zur".split(
    " ",
  ),
)

/**
 * The first and the last name in a full name. `Ek, Bo` is last name first; otherwise the last word is the last
 * name, with the small words before it that belong to it (`van der Berg`). Of a single word there is no last name.
 */
export const splitName = (text: string): Readonly<Record<NamePart, string>> => {
  const name = text.trim().replace(/\s+/gu, " ")
  const comma = name.indexOf(",")
  if (comma >= 0) return { first: name.slice(comma + 1).trim(), last: name.slice(0, comma).trim() }
  const words = name.split(" ")
  let at = words.length - 1
  while (at > 1 && particles.has(words[at - 1] ?? "")) at--
  return { first: words.slice(0, Math.max(at, 1)).join(" "), last: words.slice(Math.max(at, 1)).join(" ") }
}
