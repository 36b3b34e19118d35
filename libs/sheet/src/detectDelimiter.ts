import type { Delimiter } from "./Sheet.ts"

/** In the order in which they win a tie. */
export const delimiters: ReadonlyArray<Delimiter> = [",", ";", "\t"]

/** The header as it reads under one delimiter. */
export interface HeaderCandidate {
  readonly header: ReadonlyArray<string>
  readonly delimiter: Delimiter
}

/**
 * The candidate with the most header cells that `recognise` knows; of equals the one with more cells, then the one
 * that comes first. `recognised` is how many it knows, 0 if none is known under any delimiter.
 */
export const detectDelimiter = <Candidate extends HeaderCandidate>(
  candidates: ReadonlyArray<Candidate>,
  recognise: (header: ReadonlyArray<string>) => number,
): { readonly best: Candidate; readonly recognised: number } | null => {
  let found: { readonly best: Candidate; readonly recognised: number } | null = null
  for (const candidate of candidates) {
    const recognised = recognise(candidate.header)
    const better =
      found === null ||
      recognised > found.recognised ||
      (recognised === found.recognised && candidate.header.length > found.best.header.length)
    if (better) found = { best: candidate, recognised }
  }
  return found
}

/** The delimiter that the first line of a file names (`sep=;`, also in quotes), and the length of that line. */
export const sepLine = (text: string): { readonly delimiter: Delimiter; readonly length: number } | null => {
  const match = /^("?)sep=([,;\t])\1(\r\n|\r|\n|$)/i.exec(text)
  return match === null ? null : { delimiter: match[2] as Delimiter, length: match[0].length }
}
