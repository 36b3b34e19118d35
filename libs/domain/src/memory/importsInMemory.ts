import { DateTime } from "effect"
import { isUnderWay, type Counts, type Import, type Plan, type RowStatus } from "../model/Import.ts"
import { progressOf } from "../model/Progress.ts"
import { withSetAside } from "../model/setAside.ts"
import { noChanges } from "../model/RowChanges.ts"
import type { MemoryRow, MemoryState } from "./MemoryState.ts"

/** An import as it stands at a time (milliseconds since 1970), its rows counted. */
export const toImport = ({ imports, rows }: MemoryState["Service"], id: string, now: number): Import => {
  const one = imports.get(id)
  if (!one) throw new Error("An import was asked for that is not there.")
  const kept = rows.get(id) ?? new Map<number, MemoryRow>()
  const { stageAt, doneBefore } = one
  const seconds = stageAt === null || !isUnderWay(one.import.state) ? null : (now - stageAt) / 1000
  return {
    ...one.import,
    progress: progressOf(one.import, { ...one.import.progress, doneBefore, seconds }),
    issues: withSetAside(one.import.issues, one.import.state, one.tries),
    undoneBy: undoOf(imports, id)?.import.id ?? null,
    counts: countRows(kept),
    plan: countOutcomes(kept),
  }
}

/** The import that undoes another one, or did; one that came to nothing leaves room for the next. */
export const undoOf = (imports: MemoryState["Service"]["imports"], id: string) =>
  [...imports.values()].find(
    ({ import: { undoes, state } }) => undoes === id && state !== "cancelled" && state !== "failed",
  )

/** How many rows have each status. */
export const countRows = (rows: ReadonlyMap<number, MemoryRow>): Counts => {
  const counts = {
    rows: rows.size,
    valid: 0,
    invalid: 0,
    conflict: 0,
    skipped: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    removed: 0,
    failed: 0,
    unprocessed: 0,
  }
  for (const { status } of rows.values()) counts[status] += 1
  return counts
}

/** What the rows that are valid become. */
const countOutcomes = (rows: ReadonlyMap<number, MemoryRow>): Plan => {
  const plan = { created: 0, updated: 0, unchanged: 0, removed: 0 }
  for (const { status, outcome } of rows.values()) if (status === "valid" && outcome) plan[outcome] += 1
  return plan
}

/** Rows that have the same e-mail or username as another. */
export const twinsAmong = (rows: ReadonlyMap<number, MemoryRow>): ReadonlyArray<MemoryRow> => {
  const all = [...rows.values()]
  const repeated = (keys: ReadonlyArray<string | null>) => {
    const seen = new Set<string>()
    return new Set(keys.filter((key) => key !== null && (seen.has(key) || !seen.add(key))))
  }
  const emails = repeated(all.map(({ emailKey }) => emailKey))
  const usernames = repeated(all.map(({ usernameKey }) => usernameKey))
  return all.filter(({ emailKey, usernameKey }) => emails.has(emailKey) || usernames.has(usernameKey))
}

/** What is kept of a row nobody has looked at. */
export const unchecked = {
  status: "unprocessed",
  issues: [],
  outcome: null,
  userId: null,
  changes: noChanges,
  access: null,
} as const

/**
 * Ends the rows after one and up to another as was found in them, with the users whom they made, by row; answers how
 * many that were.
 */
export const settleRows = (
  rows: Map<number, MemoryRow>,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  made: ReadonlyMap<number, string> = new Map(),
): number => {
  const settled = [...rows.values()].filter(
    ({ row, status }) => row > after && row <= upTo && notDone.has(status),
  )
  for (const row of settled) {
    const userId = made.get(row.row) ?? row.userId
    rows.set(row.row, { ...row, userId, status: (row.status === "valid" ? row.outcome : null) ?? "failed" })
  }
  return settled.length
}

export const allRows = { after: 0, upTo: Infinity }

/** Leaves rows that a final state finds not done as `unprocessed`. */
export const endRows = (rows: Map<number, MemoryRow>): void => {
  for (const row of rows.values())
    if (notDone.has(row.status)) rows.set(row.row, { ...row, status: "unprocessed" })
}

/** The statuses of rows that a run is still to settle. */
export const notDone: ReadonlySet<RowStatus> = new Set(["valid", "conflict", "invalid"])

/** Milliseconds since 1970 as ISO 8601 in UTC. */
export const isoTime = (millis: number): string => DateTime.formatIso(DateTime.makeUnsafe(millis))
