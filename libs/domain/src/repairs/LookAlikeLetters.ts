import { codePoint } from "./codePoint.ts"
import { cyrillicOf, greekOf, latinOf } from "./lookAlikes.ts"
import type { Cell, Repair, RepairFacts } from "./Repair.ts"

/**
 * Letters of one alphabet among those of another that they look like (UTS 39): a Cyrillic `а` in `аnna@x.org`.
 * An address is in Latin letters, but for a domain that is in another alphabet down to its last label. Elsewhere a
 * word is of one alphabet: the one that all its letters can be of, or that most of them are of where it could be
 * either. What is the id of something with other letters is that.
 */
export const LookAlikeLetters: Repair = {
  kind: "lookAlikeLetters",
  columns: null,
  inPlainText: false,
  propose: (cell, facts) => {
    if (!foreign.test(cell.text)) return null
    const to = cell.column.name === "email" ? address(cell.text) : (known(cell, facts) ?? words(cell.text))
    return to === cell.text ? null : { to, evidence: strangers(cell.text, to) }
  },
}

const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const latin = /\p{Script=Latin}/u

/** The text with every letter written in another alphabet; null where one of them has none that looks alike. */
const written = (text: string, alike: ReadonlyMap<string, string>, other: RegExp): string | null => {
  const letters = Array.from(text, (letter) => (other.test(letter) ? alike.get(letter) : letter))
  return letters.includes(undefined) ? null : letters.join("")
}

const inLatin = (text: string) => written(text, latinOf, foreign)

const address = (text: string): string => {
  const at = text.lastIndexOf("@")
  const labels = text.slice(at + 1).split(".")
  const isForeign = !latin.test(labels.at(-1) ?? "")
  const domain = labels.map((label) => (isForeign && !latin.test(label) ? label : (inLatin(label) ?? label)))
  return at < 0 ? text : `${inLatin(text.slice(0, at)) ?? text.slice(0, at)}@${domain.join(".")}`
}

const known = ({ column, text }: Cell, { thingsOf }: RepairFacts): string | null => {
  const things = thingsOf(column.name)
  const to = inLatin(text)
  return to !== null && things.has(to) && !things.has(text) ? to : null
}

const words = (text: string): string => text.replace(/[\p{L}\p{M}]+/gu, (word) => ofOneAlphabet(word))

const ofOneAlphabet = (word: string): string => {
  if (!foreign.test(word) || !latin.test(word)) return word
  const toLatin = inLatin(word)
  const toOther = written(word, cyrillicOf, latin) ?? written(word, greekOf, latin)
  if (toLatin === null || toOther === null) return toLatin ?? toOther ?? word
  const others = Array.from(word).filter((letter) => foreign.test(letter)).length
  return others * 2 < word.length ? toLatin : others * 2 > word.length ? toOther : word
}

/** The letters that are changed, each with its code point. */
const strangers = (text: string, to: string): ReadonlyArray<string> => {
  const letters = Array.from(to)
  return [
    ...new Set(
      Array.from(text).flatMap((letter, at) =>
        letter === letters[at] ? [] : [`${letter} (${codePoint(letter)})`],
      ),
    ),
  ]
}
