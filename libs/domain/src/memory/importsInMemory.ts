import { DateTime } from "effect"
import type { Counts, Import } from "../model/Import.ts"
import type { MemoryRow, MemoryState } from "./MemoryState.ts"

/** An import as it stands, its rows counted. */
export const toImport = ({ imports, rows }: MemoryState["Service"], id: string): Import => {
  const one = imports.get(id)
  if (!one) throw new Error("An import was asked for that is not there.")
  return { ...one.import, counts: countRows(rows.get(id) ?? new Map()) }
}

/** How many rows have each status. */
export const countRows = (rows: ReadonlyMap<number, MemoryRow>): Counts => {
  const counts = {
    rows: rows.size,
    valid: 0,
    invalid: 0,
    conflict: 0,
    skipped: 0,
    created: 0,
    unchanged: 0,
    failed: 0,
    unprocessed: 0,
  }
  for (const { status } of rows.values()) counts[status] += 1
  return counts
}

/** Leaves rows that a final state finds not done as `unprocessed`. */
export const endRows = (rows: Map<number, MemoryRow>): void => {
  for (const row of rows.values())
    if (row.status === "valid" || row.status === "invalid" || row.status === "conflict")
      rows.set(row.row, { ...row, status: "unprocessed" })
}

/** Milliseconds since 1970 as ISO 8601 in UTC. */
export const isoTime = (millis: number): string => DateTime.formatIso(DateTime.makeUnsafe(millis))
