import { monthNames } from "./monthNames.ts"

/** What a text could be as a date: a day of a month (`d2m3`), a month of a year (`m3y2`), or all three. */
export type PossibleDate = string

/** What a text that a spreadsheet may have taken for a date could be, days and months in either order. */
export const datesOf = (text: string): ReadonlyArray<PossibleDate> => {
  const parts = partsOf(text)
  return (orders[parts.length] ?? []).flatMap((order) => dateIn(parts, order))
}

/** What somebody could have typed who now sees a date: as datesOf, and without the year or day that was added. */
export const typedFor = (shown: string): ReadonlyArray<PossibleDate> =>
  datesOf(shown.replace(/[ T]00:00(:00)?$/, "")).flatMap((date) => {
    const [, day, month, year] = /^d(\d+)m(\d+)y(\d+)$/.exec(date) ?? []
    if (day === undefined) return [date]
    return [date, `d${day}m${month}`, ...(day === "1" ? [`m${month}y${year}`] : [])]
  })

const orders: Readonly<Record<number, ReadonlyArray<string>>> = {
  2: ["dm", "md", "my", "ym"],
  3: ["dmy", "mdy", "ymd"],
}

const longest = 30

/** The numbers and words of a text, if there is hardly anything between them. */
const partsOf = (text: string): ReadonlyArray<string> => {
  if (text.length > longest) return []
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  const isDate = /^(\d+|\p{L}+)((\. ?|[-/ ])?(\d+|\p{L}+)){1,2}$/u.test(plain)
  return isDate ? (plain.match(/\d+|\p{L}+/gu) ?? []) : []
}

const months = new Map(monthNames.flatMap((names, at) => names.split(" ").map((name) => [name, at + 1])))

/** The one date that the parts are in this order, or none. */
const dateIn = (parts: ReadonlyArray<string>, order: string): ReadonlyArray<PossibleDate> => {
  const read = parts.map((part, at) => readPart(part, order.charAt(at)))
  if (read.includes(null)) return []
  return [
    ["d", "m", "y"]
      .flatMap((field) => {
        const at = order.indexOf(field)
        return at < 0 ? [] : [`${field}${read[at]}`]
      })
      .join(""),
  ]
}

const readPart = (part: string, field: string): number | null => {
  const number = /^\d{1,4}$/.test(part) ? Number(part) : null
  if (field === "m") return months.get(part) ?? within(number, 1, 12)
  if (field === "d") return within(number, 1, 31)
  return number === null || (part.length > 2 && within(number, 1900, 2099) === null) ? null : number % 100
}

const within = (number: number | null, least: number, most: number): number | null =>
  number !== null && number >= least && number <= most ? number : null
