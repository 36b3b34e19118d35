import type { ImportKind } from "@muster/domain/model/Import"
import type { Issue, IssueCode, Severity } from "@muster/domain/model/Issue"
import { columnNames } from "@muster/domain/rows/columnNames"
import { textRow } from "@muster/domain/rows/TextRow"
import { thingOf, type DraftCheck } from "@muster/domain/drafts/draftCheck"
import { isBlankRow, noIssues, noKeys, type GridRow, type RowKeys } from "./GridRow.ts"
import type { Table, Touched } from "./Table.ts"
import { TwinIndex } from "./TwinIndex.ts"

/** Rows with the same problem; `column` where any column may have it. */
export interface IssueKind {
  readonly key: string
  readonly code: IssueCode
  readonly severity: Severity
  readonly column: string | null
  readonly rows: number
}

const twinsNamed = 20

/**
 * What the rules find in a table, kept up to date: a row is looked at again when it changes, and when another
 * becomes its twin or ceases to be. The work is done bit by bit, whenever there is time for it.
 */
export class TableCheck {
  readonly #table: Table
  readonly #kind: ImportKind
  readonly #columns: ReturnType<typeof columnNames>
  readonly #twins: Readonly<Record<keyof RowKeys, TwinIndex>> = {
    email: new TwinIndex(),
    username: new TwinIndex(),
    thing: new TwinIndex(),
  }
  readonly #kinds = new Map<string, IssueKind>()
  #check: DraftCheck
  #waiting = new Set<GridRow>()
  #wrong = 0

  constructor(kind: ImportKind, table: Table, check: DraftCheck) {
    this.#table = table
    this.#kind = kind
    this.#columns = columnNames({ kind, columns: table.columns })
    this.#check = check
    this.#waiting = new Set(table.rows)
  }

  /** How many rows have an error. */
  get wrong(): number {
    return this.#wrong
  }

  /** How many rows are still to be looked at. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** The problems there are, those with errors first, then the most frequent. */
  kinds(): ReadonlyArray<IssueKind> {
    return [...this.#kinds.values()].sort(
      (one, other) => weight[one.severity] - weight[other.severity] || other.rows - one.rows,
    )
  }

  /** Looks at all rows anew, by other rules. */
  checkBy(check: DraftCheck): void {
    this.#check = check
    this.#waiting = new Set(this.#table.rows)
  }

  /** Takes note of what an act touched. */
  touch({ present, gone }: Touched): void {
    for (const row of gone) {
      this.#waiting.delete(row)
      this.#know(row, noKeys)
      this.#find(row, noIssues)
    }
    for (const row of present) this.#waiting.add(row)
  }

  /** Looks at rows until none waits, or until it is told to stop, which is asked every few rows. */
  work(stop: () => boolean): void {
    let looked = 0
    for (const row of this.#waiting) {
      this.#waiting.delete(row)
      this.#look(row)
      if (++looked % 8 === 0 && stop()) return
    }
  }

  /** The issue with the numbers of the row's twins as they are now. */
  withTwins(row: GridRow, issue: Issue): Issue {
    if (!issue.code.endsWith(".duplicate_in_file") || issue.details.rows === undefined) return issue
    const by = row.keys.thing !== null ? "thing" : issue.code.startsWith("username") ? "username" : "email"
    const twins = this.#twins[by].twins(row.keys[by])
    if (twins.size === 0) return issue
    const rows: Array<number> = []
    for (let at = 0; at < this.#table.rows.length && rows.length < twinsNamed; at++) {
      const other = this.#table.rows[at]
      if (other !== undefined && other !== row && twins.has(other)) rows.push(numberOf(other, at))
    }
    return { ...issue, details: { rows, more: twins.size - 1 - rows.length } }
  }

  #look(row: GridRow): void {
    if (isBlankRow(row)) {
      this.#know(row, noKeys)
      return this.#find(row, noIssues)
    }
    const text = textRow(row.id, this.#columns, row.cells)
    const { emailKey: email, usernameKey: username } = text
    this.#know(row, { email, username, thing: thingOf(this.#kind, text) })
    const twins = {
      email: this.#twin("email", row),
      username: this.#twin("username", row),
      thing: this.#twin("thing", row),
    }
    this.#find(row, this.#check.check(text, twins, this.#kept(row)).issues)
  }

  /** What the server found that still holds: what is not found here, in cells that are as they were. */
  #kept({ loaded, cells }: GridRow): ReadonlyArray<Issue> {
    if (loaded === null || loaded.issues.length === 0) return noIssues
    const same = (at: number) => cells[at] === loaded.cells[at]
    return loaded.issues.filter(({ code, column }) => {
      if (this.#check.decides(code)) return false
      const at = column === null ? -1 : this.#table.columns.indexOf(column)
      return at >= 0 ? same(at) : cells.every((_, position) => same(position))
    })
  }

  /** The twin of a row by which the rules tell it: the first of them that the file has. */
  #twin(by: keyof RowKeys, row: GridRow): number | null {
    let first: number | null = null
    for (const { id } of this.#twins[by].twins(row.keys[by])) {
      if (id !== row.id && (first === null || id < first)) first = id
      if (first !== null && first < row.id) return first
    }
    return first
  }

  #know(row: GridRow, keys: RowKeys): void {
    for (const by of ["email", "username", "thing"] as const) {
      const [was, is] = [row.keys[by], keys[by]]
      if (was === is) continue
      const left = was === null ? null : this.#twins[by].remove(was, row)
      const joined = is === null ? null : this.#twins[by].add(is, row)
      if (left !== null) this.#waiting.add(left)
      if (joined !== null) this.#waiting.add(joined)
    }
    row.keys = keys
  }

  #find(row: GridRow, issues: ReadonlyArray<Issue>): void {
    this.#count(row.issues, -1)
    this.#count(issues, 1)
    row.issues = issues
  }

  #count(issues: ReadonlyArray<Issue>, by: 1 | -1): void {
    if (issues.some(({ severity }) => severity === "error")) this.#wrong += by
    for (const issue of new Map(issues.map((one) => [kindKey(one), one])).values()) {
      const key = kindKey(issue)
      const rows = (this.#kinds.get(key)?.rows ?? 0) + by
      if (rows === 0) this.#kinds.delete(key)
      else {
        const { code, severity } = issue
        this.#kinds.set(key, {
          key,
          code,
          severity,
          column: code.startsWith("cell.") ? issue.column : null,
          rows,
        })
      }
    }
  }
}

/** By which issues of the same kind are known. */
export const kindKey = ({ code, column, severity }: Issue): string =>
  `${code}\n${severity}\n${code.startsWith("cell.") ? column : ""}`

/** The number that a row is shown with: the one that the server knows it by, else as a spreadsheet has it below a header. */
export const numberOf = (row: GridRow, position: number): number =>
  row.loaded === null ? position + 2 : row.id

const weight: Readonly<Record<Severity, number>> = { error: 0, conflict: 1, warning: 2, info: 3 }
