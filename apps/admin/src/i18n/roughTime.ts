/** A length of time, as rough as an estimate is; null is less than a minute. */
export type RoughTime = { readonly value: number; readonly unit: "minute" | "hour" } | null

/** Seconds as minutes, from ten on by fives, and from two hours on as hours. */
export const roughTime = (seconds: number): RoughTime => {
  const minutes = Math.round(seconds / 60)
  if (seconds < 60) return null
  if (minutes >= 120) return { value: Math.round(minutes / 60), unit: "hour" }
  return { value: minutes < 10 ? minutes : Math.round(minutes / 5) * 5, unit: "minute" }
}
