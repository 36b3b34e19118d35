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

/** Which group an issue belongs to: those with the same damage are together, whatever they hold. */
export const groupKey = (issue: ToldIssue): string =>
  [issue.code, issue.column ?? "", issue.repair?.kind ?? sharedValue(issue)].join("\n")

const sharedValue = (issue: ToldIssue): string | null => (byValue.includes(issue.code) ? issue.value : null)

/** The problems of these rows, the gravest first, then the most frequent. */
export const issueGroups = (rows: ReadonlyArray<ToldRow>): ReadonlyArray<IssueGroup> => {
  const groups = new Map<string, Issues>()
  for (const { issues } of rows)
    for (const issue of issues) {
      const key = groupKey(issue)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [issue])
      else group.push(issue)
    }
  return [...groups]
    .map(([key, issues]) => groupOf(key, issues))
    .sort((a, b) => weight[a.severity] - weight[b.severity] || b.rows.length - a.rows.length)
}

type Issues = [example: ToldIssue, ...others: Array<ToldIssue>]

const groupOf = (key: string, issues: Issues): IssueGroup => {
  const [example] = issues
  const { code, severity, column, repair } = example
  const value = issues.every((issue) => issue.value === example.value) ? sharedValue(example) : null
  const rows = [...new Set(issues.flatMap(({ row }) => row ?? []))]
  return { key, code, severity, column, value, repair: repair?.kind ?? null, rows, example }
}
