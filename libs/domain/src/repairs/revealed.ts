import { codePoint } from "./codePoint.ts"
import type { RepairKind } from "../model/RepairKind.ts"

/** A damaged text so that the damage is seen: what is invisible or looks like another letter by its code point. */
export const revealed = (text: string, kind: RepairKind, to: string): string => {
  if (kind === "hiddenCharacters")
    return text.replace(/\p{Cf}|(?! )[\s\u0085]/gu, (character) => `[${codePoint(character)}]`)
  if (kind !== "lookAlikeLetters") return text
  const letters = Array.from(to)
  return Array.from(text, (letter, at) =>
    letter === letters[at] ? letter : `${letter}[${codePoint(letter)}]`,
  ).join("")
}
