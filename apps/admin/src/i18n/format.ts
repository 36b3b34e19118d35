import { locale } from "./language.ts"

/** A number as the language writes it. */
export const formatNumber = (value: number): string => new Intl.NumberFormat(locale()).format(value)

/** A moment (ISO 8601) as date and time of day, in the reader's time zone. */
export const formatMoment = (moment: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment))

/** A size in bytes, kB or MB of 1000, never more than it is: a file as large as a limit shows is let in. */
export const formatBytes = (bytes: number): string => {
  const [unit, size] =
    bytes >= 1e6
      ? (["megabyte", 1e6] as const)
      : bytes >= 1e3
        ? (["kilobyte", 1e3] as const)
        : (["byte", 1] as const)
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 1,
    roundingMode: "floor",
  }).format(bytes / size)
}
