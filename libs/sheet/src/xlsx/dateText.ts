const dayLength = 86_400
const lastDay = 2_958_465

/** Days from the first of the 1900 system (which counts 1900 as a leap year) to the first of the 1904 system. */
const days1904 = 1462

/**
 * The moment that a serial number stands for in the 1900 or the 1904 date system (ECMA-376 part 1, 18.17.4.1), as
 * `2026-03-02`, `2026-03-02 14:30:00`, or `14:30:00` below 1. Null for what is no moment: negative, or past 9999.
 */
export const dateText = (serial: number, from1904: boolean): string | null => {
  const seconds = Math.round(serial * dayLength)
  const day = Math.floor(seconds / dayLength) + (from1904 ? days1904 : 0)
  if (seconds < 0 || day > lastDay) return null
  const time = new Date((seconds % dayLength) * 1000).toISOString().slice(11, 19)
  if (serial < 1) return time
  const date = dayText(day)
  return seconds % dayLength === 0 ? date : `${date} ${time}`
}

const dayText = (day: number): string => {
  if (day === 60) return "1900-02-29"
  const sinceEpoch = (day < 60 ? day + 1 : day) - 25_569
  return new Date(sinceEpoch * dayLength * 1000).toISOString().slice(0, 10)
}
