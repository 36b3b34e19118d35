import type { ImportKind } from "@muster/domain/model/Import"
import type { Issue } from "@muster/domain/model/Issue"
import { columnNames } from "@muster/domain/rows/columnNames"
import { textRow } from "@muster/domain/rows/TextRow"
import { thingOf, type DraftCheck } from "@muster/domain/drafts/draftCheck"
import { isBlankRow, noIssues, type GridRow } from "./GridRow.ts"
import { IssueKinds } from "./IssueKinds.ts"
import { numberOf } from "./numberOf.ts"
import { RowTwins } from "./RowTwins.ts"
import type { Table } from "./Table.ts"
import { WaitingRows } from "./WaitingRows.ts"

const twinsNamed = 20

/**
 * What the rules find in a table, kept up to date: a row is looked at again when it changes, and when another
 * becomes its twin or ceases to be. The work is done bit by bit, whenever there is time for it.
 */
export class TableCheck {
  readonly kinds = new IssueKinds()
  readonly #table: Table
  readonly #kind: ImportKind
  readonly #columns: ReturnType<typeof columnNames>
  readonly #twins = new RowTwins()
  readonly #waiting = new WaitingRows()
  #check: DraftCheck

  constructor(kind: ImportKind, table: Table, check: DraftCheck) {
    this.#table = table
    this.#kind = kind
    this.#columns = columnNames({ kind, columns: table.columns })
    this.#check = check
    this.#waiting.add([...table.rows])
  }

  /** How many rows are still to be looked at. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Looks at all rows anew, by other rules. */
  checkBy(check: DraftCheck): void {
    this.#check = check
    this.#waiting.add([...this.#table.rows])
  }

  /** Takes note of rows that came, went or have other cells. */
  touch(rows: ReadonlyArray<GridRow>): void {
    this.#waiting.add(rows)
  }

  /** Looks at rows until none waits, or until it is told to stop, which is asked every few rows. */
  work(stop: () => boolean): void {
    let looked = 0
    for (let row = this.#waiting.take(); row !== undefined; row = this.#waiting.take()) {
      this.#look(row)
      if (++looked % 8 === 0 && stop()) return
    }
  }

  /** The issue with the numbers of the row's twins as they are now. */
  withTwins(row: GridRow, issue: Issue): Issue {
    if (!issue.code.endsWith(".duplicate_in_file") || issue.details.rows === undefined) return issue
    const by = row.keys.thing !== null ? "thing" : issue.code.startsWith("username") ? "username" : "email"
    const twins = this.#twins.of(by, row)
    if (twins.size === 0) return issue
    const rows: Array<number> = []
    for (let at = 0; at < this.#table.rows.length && rows.length < twinsNamed; at++) {
      const other = this.#table.rows[at]
      if (other !== undefined && other !== row && twins.has(other)) rows.push(numberOf(other, at))
    }
    return { ...issue, details: { rows, more: twins.size - 1 - rows.length } }
  }

  #look(row: GridRow): void {
    if (!row.isIn || isBlankRow(row)) {
      this.#waiting.add(this.#twins.forget(row))
      return this.#find(row, noIssues)
    }
    const text = textRow(row.id, this.#columns, row.cells)
    const { emailKey: email, usernameKey: username } = text
    this.#waiting.add(this.#twins.note(row, { email, username, thing: thingOf(this.#kind, text) }))
    const twins = {
      email: this.#twins.first("email", row),
      username: this.#twins.first("username", row),
      thing: this.#twins.first("thing", row),
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

  #find(row: GridRow, issues: ReadonlyArray<Issue>): void {
    this.kinds.count(row.issues, -1)
    this.kinds.count(issues, 1)
    row.issues = issues
  }
}
