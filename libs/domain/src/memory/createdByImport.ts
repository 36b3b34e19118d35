import type { MemoryRow } from "./MemoryState.ts"

/** The ids of the users whom an import's rows created. */
export const createdByImport = (rows: ReadonlyMap<number, MemoryRow> | undefined): ReadonlySet<string> =>
  new Set(
    [...(rows?.values() ?? [])].flatMap(({ status, userId }) =>
      status === "created" && userId !== null ? [userId] : [],
    ),
  )
