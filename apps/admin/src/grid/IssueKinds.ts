import type { Issue, IssueCode, Severity } from "@muster/domain/model/Issue"

/** Rows with the same problem; `column` where any column may have it. */
export interface IssueKind {
  readonly key: string
  readonly code: IssueCode
  readonly severity: Severity
  readonly column: string | null
  readonly rows: number
}

/** What was found in rows, by kinds, kept as rows are looked at again. */
export class IssueKinds {
  readonly #kinds = new Map<string, IssueKind>()
  #wrong = 0

  /** How many rows have an error. */
  get wrong(): number {
    return this.#wrong
  }

  /** Those with errors first, then the most frequent. */
  all(): ReadonlyArray<IssueKind> {
    return [...this.#kinds.values()].sort(
      (one, other) => weight[one.severity] - weight[other.severity] || other.rows - one.rows,
    )
  }

  /** Counts the issues of one row in, or out. */
  count(issues: ReadonlyArray<Issue>, by: 1 | -1): void {
    if (issues.length === 0) return
    if (issues.some(({ severity }) => severity === "error")) this.#wrong += by
    for (const [key, issue] of new Map(issues.map((one) => [kindKey(one), one]))) {
      const rows = (this.#kinds.get(key)?.rows ?? 0) + by
      const { code, severity } = issue
      if (rows === 0) this.#kinds.delete(key)
      else this.#kinds.set(key, { key, code, severity, column: columnOf(issue), rows })
    }
  }
}

const columnOf = ({ code, column }: Issue): string | null => (code.startsWith("cell.") ? column : null)

const kindKey = (issue: Issue): string => `${issue.code}\n${issue.severity}\n${columnOf(issue) ?? ""}`

/** Whether an issue is of the kind with a key. */
export const ofKind = (key: string): ((issue: Issue) => boolean) => {
  const [code, severity, column] = key.split("\n")
  return (issue) => issue.code === code && issue.severity === severity && (columnOf(issue) ?? "") === column
}

const weight: Readonly<Record<Severity, number>> = { error: 0, conflict: 1, warning: 2, info: 3 }
