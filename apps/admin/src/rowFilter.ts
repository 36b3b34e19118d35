import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { Counts, RowStatus } from "@muster/domain/model/Import"

/** What of an import's rows is looked at. */
export type RowFilter = "all" | "invalid" | "conflict" | "remarks" | "valid" | "skipped"

/** The statuses to ask the server for; none asks for all rows. */
export const statusesOf = (filter: RowFilter): ReadonlyArray<RowStatus> =>
  filter === "all" ? [] : filter === "remarks" ? ["valid"] : [filter]

/** Whether a row that will be applied has something said about it all the same. */
export const hasRemarks = (row: ToldRow): boolean => row.status === "valid" && row.issues.length > 0

/** Whether a row passes the filter. */
export const passes = (filter: RowFilter, row: ToldRow): boolean =>
  filter === "all" || (filter === "remarks" ? hasRemarks(row) : row.status === filter)

/** What to show first: what needs work, before what only needs to be known. */
export const firstFilter = (counts: Counts): RowFilter =>
  counts.invalid > 0 ? "invalid" : counts.conflict > 0 ? "conflict" : "all"

/** Whether any of the row's texts holds what is searched for; letters of either case, accents told apart. */
export const mentions = (row: ToldRow, search: string): boolean => {
  const wanted = search.trim().toLocaleLowerCase()
  return (
    wanted === "" ||
    String(row.row) === wanted ||
    Object.values(row.cells).some((cell) => cell.toLocaleLowerCase().includes(wanted))
  )
}
