import { locale } from "./language.ts"

/** A number as the language writes it. */
export const formatNumber = (value: number): string => new Intl.NumberFormat(locale()).format(value)

/** A moment (ISO 8601) as date and time of day, in the reader's time zone. */
export const formatMoment = (moment: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment))

/** A size in bytes, in kB or MB of 1000. */
export const formatBytes = (bytes: number): string => {
  const [value, unit] =
    bytes < 1000 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1000, "kilobyte"] : [bytes / 1e6, "megabyte"]
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit: unit as string,
    unitDisplay: "short",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value as number)
}
