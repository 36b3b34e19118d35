import { Schema } from "effect"
import { Issue } from "./Issue.ts"
import { Progress } from "./Progress.ts"

/** What is imported into one database: access for people (step 2), or what the database itself is made of. */
export const DatabaseImportKind = Schema.Literals(["database-users", "departments", "permission-groups"])
export type DatabaseImportKind = typeof DatabaseImportKind.Type

/** Step 1 makes platform users; the others are about one database. */
export const ImportKind = Schema.Literals(["platform-users", ...DatabaseImportKind.literals])
export type ImportKind = typeof ImportKind.Type

/** Whether a file is about what a database is made of, and about nobody. */
export const isOfStructure = (kind: ImportKind): kind is "departments" | "permission-groups" =>
  kind === "departments" || kind === "permission-groups"

/** How many data rows a file may have: one of structure is held as a whole while it is checked, others as many as is set. */
export const mostRows = (kind: ImportKind, set: number): number => (isOfStructure(kind) ? 10_000 : set)

export const ImportState = Schema.Literals([
  "validating",
  "refused",
  "ready",
  "running",
  "completed",
  "failed",
  "cancelled",
])
export type ImportState = typeof ImportState.Type

/** The only ways a state moves; each is one conditional UPDATE in a store. */
export const importEdges: Readonly<Record<ImportState, ReadonlyArray<ImportState>>> = {
  validating: ["refused", "ready", "cancelled"],
  refused: ["validating", "cancelled"],
  ready: ["validating", "running", "cancelled"],
  running: ["completed", "failed", "refused", "cancelled"],
  completed: [],
  failed: [],
  cancelled: [],
}

/** The actor by whose rights the import is checked. */
export const importerOf = ({ createdBy, startedBy }: Pick<Import, "createdBy" | "startedBy">): string =>
  startedBy ?? createdBy

/** A final state is never left. */
export const isFinal = (state: ImportState): boolean => importEdges[state].length === 0

/** Whether it is worked on, or waits to be; any other state is left by somebody's act alone. */
export const isUnderWay = (state: ImportState): state is "validating" | "running" =>
  state === "validating" || state === "running"

/** What a row with an error does to its file: refuse all of it, or leave just that row out (step 1 only). */
export const InvalidRows = Schema.Literals(["refuse", "skip"])
export type InvalidRows = typeof InvalidRows.Type

/** Whom the rows are about: people not there yet, people who are, or either. */
export const ImportMode = Schema.Literals(["create", "update", "both"])
export type ImportMode = typeof ImportMode.Type

/** What may be chosen about an import, and chosen anew until it runs. */
export const ImportOptions = Schema.Struct({ invalidRows: InvalidRows, mode: ImportMode })
export type ImportOptions = typeof ImportOptions.Type

/** What a row that is `valid` becomes when it runs; only the undoing of an import removes. */
export const RowOutcome = Schema.Literals(["created", "updated", "unchanged", "removed"])
export type RowOutcome = typeof RowOutcome.Type

/**
 * `unprocessed, valid, invalid, conflict, skipped` before the run;
 * `created, updated, unchanged, removed, failed, skipped, unprocessed` after it.
 */
export const RowStatus = Schema.Literals([
  "valid",
  "invalid",
  "conflict",
  "skipped",
  "created",
  "updated",
  "unchanged",
  "removed",
  "failed",
  "unprocessed",
])
export type RowStatus = typeof RowStatus.Type

/** How many rows have each status; at any moment the statuses add up to `rows`. */
export const Counts = Schema.Struct({
  rows: Schema.Int,
  valid: Schema.Int,
  invalid: Schema.Int,
  conflict: Schema.Int,
  skipped: Schema.Int,
  created: Schema.Int,
  updated: Schema.Int,
  unchanged: Schema.Int,
  removed: Schema.Int,
  failed: Schema.Int,
  unprocessed: Schema.Int,
})
export type Counts = typeof Counts.Type

/** What the rows that are `valid` become when they run. */
export const Plan = Schema.Struct({
  created: Schema.Int,
  updated: Schema.Int,
  unchanged: Schema.Int,
  removed: Schema.Int,
})
export type Plan = typeof Plan.Type

/** The delimiter an import's file came with, and its report goes out with. */
export const Delimiter = Schema.Literals([",", ";", "\t", "|"])
export type Delimiter = typeof Delimiter.Type

export const ImportId = Schema.String.check(Schema.isUUID())
export type ImportId = typeof ImportId.Type

/**
 * One file taken through validation and run. `header` is the file's own header, `columns` the canonical name
 * (unknown ones: the header text) at each position, `issues` what was found about the file as a whole. `createdBy`
 * and `startedBy` name actors: validation goes by the rights of the first, the run by those of the second. `undoes`
 * is the import that this one takes back, `undoneBy` the one that takes this one back. Times are ISO 8601 in UTC.
 */
export const Import = Schema.Struct({
  id: ImportId,
  kind: ImportKind,
  databaseId: Schema.NullOr(Schema.String),
  fileName: Schema.String,
  delimiter: Delimiter,
  header: Schema.Array(Schema.String),
  columns: Schema.Array(Schema.String),
  issues: Schema.Array(Issue),
  state: ImportState,
  ...ImportOptions.fields,
  undoes: Schema.NullOr(ImportId),
  undoneBy: Schema.NullOr(ImportId),
  counts: Counts,
  plan: Plan,
  progress: Progress,
  createdBy: Schema.String,
  startedBy: Schema.NullOr(Schema.String),
  createdAt: Schema.String,
  finishedAt: Schema.NullOr(Schema.String),
})
export type Import = typeof Import.Type

/** Where an import belongs: found only together with its id, so that a foreign id is as good as none. */
export type ImportScope =
  | { readonly kind: "platform-users"; readonly databaseId: null }
  | { readonly kind: DatabaseImportKind; readonly databaseId: string }
