import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { RepairKind } from "@muster/domain/model/RepairKind"
import type { IssueCode, Severity, ToldIssue } from "@muster/domain/model/Issue"

/** The same problem in one row or many; `value` where the cells say the same, such as one unknown department. */
export interface IssueGroup {
  readonly key: string
  readonly code: IssueCode
  readonly severity: Severity
  readonly column: string | null
  readonly value: string | null
  /** The kind of damage, where a repair is offered. */
  readonly repair: RepairKind | null
  readonly rows: ReadonlyArray<number>
  readonly example: ToldIssue
}

/** Problems in which one wrong value, repeated, is one mistake. */
const byValue: ReadonlyArray<IssueCode> = [
  "department.unknown",
  "department.closed",
  "group.unknown",
  "group.ambiguous",
  "group.not_grantable",
  "language_code.invalid",
]

const weight: Readonly<Record<Severity, number>> = { error: 0, conflict: 1, warning: 2, info: 3 }

/** Which group an issue belongs to. */
export const groupKey = (issue: ToldIssue): string =>
  [issue.code, issue.column ?? "", issue.repair?.kind ?? "", sharedValue(issue) ?? ""].join("\n")

/** The value by which rows are grouped; those with the same damage are together, whatever they hold. */
const sharedValue = (issue: ToldIssue): string | null =>
  issue.repair === null && byValue.includes(issue.code) ? issue.value : null

/** The problems of these rows, the gravest first, then the most frequent. */
export const issueGroups = (rows: ReadonlyArray<ToldRow>): ReadonlyArray<IssueGroup> => {
  const groups = new Map<string, IssueGroup & { readonly rows: Array<number> }>()
  for (const row of rows)
    for (const issue of row.issues) {
      const key = groupKey(issue)
      const group = groups.get(key)
      if (group === undefined)
        groups.set(key, {
          key,
          code: issue.code,
          severity: issue.severity,
          column: issue.column,
          value: sharedValue(issue),
          repair: issue.repair?.kind ?? null,
          rows: [row.row],
          example: issue,
        })
      else if (group.rows.at(-1) !== row.row) group.rows.push(row.row)
    }
  return [...groups.values()].sort(
    (a, b) => weight[a.severity] - weight[b.severity] || b.rows.length - a.rows.length,
  )
}
