import { createMemo, createSignal, type Accessor } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { AnsweredImport } from "@muster/client/imports"
import { loadedAtOnce } from "./createRows.ts"
import { groupKey, issueGroups } from "./issueGroups.ts"
import { repairGroups } from "./repairGroups.ts"
import { firstFilter, hasRemarks, mentions, passes, wantedBy, type RowFilter } from "./rowFilter.ts"

const withIssues: ReadonlyArray<RowFilter> = ["invalid", "conflict", "remarks"]

/** What somebody looks at of an import's rows: a kind of row, one problem, a search. */
export const createRowView = (one: Accessor<AnsweredImport>) => {
  const [filter, setFilter] = createSignal<RowFilter>(firstFilter(one()))
  const [group, setGroup] = createSignal<string | null>(null)
  const [search, setSearch] = createSignal("")
  const [remarks, setRemarks] = createSignal<number | null>(null)

  /** A small import is loaded whole and narrowed here; of a large one only the kind looked at is loaded. */
  const whole = createMemo(() => one().counts.rows <= loadedAtOnce)
  const wanted = createMemo(() => wantedBy(whole() ? "all" : filter()))
  const showsIssues = () => withIssues.includes(filter())

  const choose = (chosen: RowFilter) => {
    setFilter(chosen)
    setGroup(null)
    setSearch("")
  }

  /** The loaded rows as they are looked at: those that pass, and the problems among them. */
  const see = (loaded: ReadonlyArray<ToldRow>) => {
    const known = whole() ? loaded.filter(hasRemarks).length : null
    setRemarks(known)
    const kind = loaded.filter((row) => passes(filter(), row))
    const groups = showsIssues() ? issueGroups(kind) : []
    const chosen = groups.find(({ key }) => key === group())
    return {
      remarks: known,
      groups,
      repairs: repairGroups(loaded),
      rows: kind.filter(
        (row) =>
          (chosen === undefined || row.issues.some((issue) => groupKey(issue) === chosen.key)) &&
          mentions(row, search()),
      ),
      replaceable:
        chosen !== undefined && chosen.value !== null && chosen.column !== null && chosen.rows.length > 1
          ? chosen
          : undefined,
    }
  }

  return { filter, choose, group, setGroup, search, setSearch, whole, wanted, showsIssues, remarks, see }
}
