import type { ImportKind } from "../model/Import.ts"
import type { ColumnName } from "./Column.ts"
import { columnsOf } from "./columnsOf.ts"

/**
 * A header text as it is compared: without case, accents, spaces, `_`, `-` or any other sign, so that
 * `E-Post`, `e_post` and `EPOST` are one.
 */
export const foldHeader = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")

const spellings = (kind: ImportKind): ReadonlyMap<string, ColumnName> =>
  new Map(
    columnsOf(kind).flatMap(({ name, synonyms }) =>
      [name, ...synonyms].map((spelling) => [foldHeader(spelling), name] as const),
    ),
  )

const known: Readonly<Record<ImportKind, ReadonlyMap<string, ColumnName>>> = {
  "platform-users": spellings("platform-users"),
  "database-users": spellings("database-users"),
  departments: spellings("departments"),
  "permission-groups": spellings("permission-groups"),
}

const keyInBrackets = /\(([^()]+)\)\s*$/

/** The column a header text names, also as `Any label (firstName)`; null when it names none. */
export const matchColumn = (kind: ImportKind, text: string): ColumnName | null => {
  const whole = known[kind].get(foldHeader(text))
  if (whole !== undefined) return whole
  const key = keyInBrackets.exec(text)?.[1]
  return key === undefined ? null : (known[kind].get(foldHeader(key)) ?? null)
}

/** By which whole headers are told apart: their texts in order, as they are compared. */
export const headerKey = (texts: ReadonlyArray<string>): string => JSON.stringify(texts.map(foldHeader))
