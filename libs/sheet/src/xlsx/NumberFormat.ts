/**
 * How a number format shows numbers, as far as that matters to text: as a date, by a mask of digits such as `00000`
 * or `000 00`, or in any other way, which a number is read past.
 */
export type NumberFormat = "date" | "other" | { readonly mask: ReadonlyArray<string> }

const other: NumberFormat = "other"

/** Built-in formats that show dates or times (ECMA-376 part 1, 18.8.30), those of East Asian languages included. */
const builtInDates: ReadonlyArray<readonly [from: number, to: number]> = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

/** The format of an id that the file itself does not define. */
export const builtInFormat = (id: number): NumberFormat =>
  builtInDates.some(([from, to]) => id >= from && id <= to) ? "date" : other

/** The format that a code stands for. */
export const numberFormat = (code: string): NumberFormat => {
  const section = code.match(/^(?:\\.|"[^"]*"|\[[^\]]*\]|[^;])*/)?.[0] ?? ""
  if (isDate(section)) return "date"
  const mask = maskOf(section)
  return mask === null ? other : { mask }
}

const isDate = (section: string): boolean => {
  if (/\[(h+|m+|s+)\]/i.test(section)) return true
  const bare = section.replace(/\\.|"[^"]*"|\[[^\]]*\]|_.|\*./g, "")
  return /[ymdhs]/i.test(bare.replace(/general|standard/i, ""))
}

/** A mask of digits alone: at least two that are always shown, or text around them. Null for anything else. */
const maskOf = (section: string): ReadonlyArray<string> | null => {
  const parts: Array<string> = []
  for (const [part] of section.matchAll(/\\.|"[^"]*"|\[[^\]]*\]|_.|\*.|[^]/g)) {
    if (part.startsWith("[") || part.startsWith("_") || part.startsWith("*")) continue
    if (part.startsWith('"')) parts.push(...part.slice(1, -1).replace(/[0#]/g, (digit) => `\\${digit}`))
    else if (part.startsWith("\\")) parts.push(part)
    else if (/[0# +()/-]/.test(part)) parts.push(part)
    else return null
  }
  const digits = parts.filter((part) => part === "0" || part === "#")
  return digits.length === 0 || (digits.length === parts.length && !parts.includes("0", 1)) ? null : parts
}

/**
 * The digits of a whole number that is not negative, as a mask shows them: filled up with zeros, with the mask's own
 * signs in between, and any digits that it has no place for in front.
 */
export const maskDigits = (digits: string, mask: ReadonlyArray<string>): string => {
  let shown = ""
  let left = digits
  const first = mask.findIndex((part) => part === "0" || part === "#")
  for (let at = mask.length - 1; at >= 0; at--) {
    const part = mask[at]!
    if (part !== "0" && part !== "#") {
      shown = part.slice(-1) + shown
      continue
    }
    const digit = left.slice(-1)
    left = left.slice(0, -1)
    if (digit !== "" || part === "0") shown = (digit || "0") + shown
    if (at === first) shown = left + shown
  }
  return shown
}
