import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { Import } from "@muster/domain/model/Import"
import type { RowsWanted } from "@muster/client/imports"

/** What of an import's rows is looked at. */
export type RowFilter =
  | "all"
  | "invalid"
  | "conflict"
  | "remarks"
  | "valid"
  | "created"
  | "updated"
  | "unchanged"
  | "removed"
  | "skipped"

/** What to ask the server for. */
export const wantedBy = (filter: RowFilter): RowsWanted => {
  switch (filter) {
    case "all":
      return { statuses: [] }
    case "remarks":
      return { statuses: ["valid"] }
    case "created":
    case "updated":
    case "unchanged":
    case "removed":
      return { statuses: ["valid"], outcome: filter }
    default:
      return { statuses: [filter] }
  }
}

/** Whether a row that will be applied has something said about it all the same. */
export const hasRemarks = (row: ToldRow): boolean => row.status === "valid" && row.issues.length > 0

/** Whether a row passes the filter. */
export const passes = (filter: RowFilter, row: ToldRow): boolean =>
  filter === "remarks" ? hasRemarks(row) : passesBy(wantedBy(filter), row)

const passesBy = ({ statuses, outcome }: RowsWanted, row: ToldRow): boolean =>
  (statuses.length === 0 || statuses.includes(row.status)) &&
  (outcome === undefined || row.outcome === outcome)

/** What to show first: what needs work, before what only needs to be known. */
export const firstFilter = ({ counts, plan }: Pick<Import, "counts" | "plan">): RowFilter =>
  counts.invalid > 0
    ? "invalid"
    : counts.conflict > 0
      ? "conflict"
      : plan.updated > 0
        ? "updated"
        : plan.removed > 0
          ? "removed"
          : "all"

/** Whether any of the row's texts holds what is searched for; letters of either case, accents told apart. */
export const mentions = (row: ToldRow, search: string): boolean => {
  const wanted = search.trim().toLocaleLowerCase()
  return (
    wanted === "" ||
    String(row.row) === wanted ||
    Object.values(row.cells).some((cell) => cell.toLocaleLowerCase().includes(wanted))
  )
}
