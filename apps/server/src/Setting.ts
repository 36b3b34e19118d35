/** One setting out of the environment: what it means, and how its text becomes a value. */
export interface Setting<A> {
  readonly name: string
  /** Shown by `--help`; the text that stands when the environment has none. */
  readonly default: string
  readonly meaning: string
  /** The value, or what is wrong with the text. */
  readonly parse: (text: string) => { readonly value: A } | { readonly wrong: string }
}

/** A whole number from `least` to `most`. */
export const wholeNumber =
  (least: number, most: number): Setting<number>["parse"] =>
  (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most
      ? { value }
      : { wrong: `must be a whole number from ${least} to ${most}` }
  }
