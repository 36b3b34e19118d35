import { ImportKind } from "../model/Import.ts"
import type { Issue } from "../model/Issue.ts"
import type { ColumnName } from "../rows/Column.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import type { TextRow } from "../rows/TextRow.ts"
import type { CheckedRow } from "../rules/checkRow.ts"
import { cellIssue } from "../rules/Rule.ts"
import { HiddenCharacters } from "./HiddenCharacters.ts"
import { LookAlikeLetters } from "./LookAlikeLetters.ts"
import { LostZeros } from "./LostZeros.ts"
import { MadeDate } from "./MadeDate.ts"
import { MisreadLetters } from "./MisreadLetters.ts"
import { MisspeltDomain } from "./MisspeltDomain.ts"
import type { Cell, Proposal, Repair, RepairFacts } from "./Repair.ts"
import { SurnameFirst } from "./SurnameFirst.ts"

/** Every kind of damage, those first that hide others. */
export const repairs: ReadonlyArray<Repair> = [
  MisreadLetters,
  HiddenCharacters,
  LookAlikeLetters,
  MisspeltDomain,
  SurnameFirst,
  LostZeros,
  MadeDate,
]

/**
 * The row with a repair offered for every cell that is damaged, at most one a cell: with the error, or else the
 * warning, that the cell has, or with a warning of its own; none for a cell that is too long. What the row is by the
 * rules, it stays.
 */
export const offerRepairs = (checked: CheckedRow, row: TextRow, facts: RepairFacts): CheckedRow => {
  if (checked.status === "skipped") return checked
  let issues = checked.issues
  for (const column of facts.columns) {
    const text = row.given[column.name]
    if (text === undefined || text.length > column.maxLength) continue
    const found = firstRepair({ column, text, row: row.given }, facts)
    if (found !== null) issues = withRepair(issues, row, column.name, found)
  }
  return { ...checked, issues }
}

interface Found extends Proposal {
  readonly kind: Repair["kind"]
}

const firstRepair = (cell: Cell, facts: RepairFacts): Found | null => {
  for (const { kind, propose } of repairsOf(cell)) {
    const proposal = propose(cell, facts)
    if (proposal !== null) return { kind, ...proposal }
  }
  return null
}

/** Most cells are, and need not be held against every repair. */
const plain = /^[\x20-\x7e]*$/

const byColumn = (some: ReadonlyArray<Repair>): ReadonlyMap<ColumnName, ReadonlyArray<Repair>> =>
  new Map(
    ImportKind.literals
      .flatMap((kind) => columnsOf(kind))
      .map(({ name }) => [name, some.filter(({ columns }) => columns?.includes(name) ?? true)]),
  )

const ofAny = byColumn(repairs)
const ofPlain = byColumn(repairs.filter(({ inPlainText }) => inPlainText))

const repairsOf = ({ column, text }: Cell): ReadonlyArray<Repair> =>
  (plain.test(text) ? ofPlain : ofAny).get(column.name) ?? []

const withRepair = (
  issues: ReadonlyArray<Issue>,
  row: TextRow,
  column: ColumnName,
  { kind, to, evidence }: Found,
): ReadonlyArray<Issue> => {
  const details = { repair: kind, to, evidence }
  const at = ["error", "warning"]
    .map((severity) => issues.findIndex((one) => one.column === column && one.severity === severity))
    .find((found) => found >= 0)
  return at === undefined
    ? [...issues, cellIssue(row, column, "cell.damaged", details, "warning")]
    : issues.map((one, place) => (place === at ? { ...one, details: { ...one.details, ...details } } : one))
}
