/** A number as text, and whether it has more digits than a spreadsheet keeps (15), so that the last are not its own. */
export interface NumberText {
  readonly text: string
  readonly lostDigits: boolean
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/

/**
 * The text of a number as a file writes it down: all digits of a whole one, never in powers of ten, and 15
 * significant digits of any other, as spreadsheet programs show at most. Null for what is no number.
 */
export const numberText = (written: string): NumberText | null => {
  if (!decimal.test(written)) return null
  const value = Number(written)
  if (!Number.isFinite(value)) return null
  if (!Number.isInteger(value)) return { text: plain(Number(value.toPrecision(15))), lostDigits: false }
  const exact = Math.abs(value) < 1e15
  if (exact) return { text: String(value === 0 ? 0 : value), lostDigits: false }
  return { text: /^-?\d+$/.test(written) ? written : BigInt(value).toString(), lostDigits: true }
}

const plain = (value: number): string => {
  const text = String(value)
  return text.includes("e") ? value.toFixed(20).replace(/0+$/, "") : text
}
