import type { RepairKind } from "../model/RepairKind.ts"
import type { Column, ColumnName } from "../rows/Column.ts"
import type { CellTexts } from "../rows/TextRow.ts"

/** A cell of a known column: its cleaned text, and all that its row holds. */
export interface Cell {
  readonly column: Column
  readonly text: string
  readonly row: CellTexts
}

/** What somebody could mean by the text of a cell: the name it is known by, and whether it can be chosen. */
export interface NamedThing {
  readonly name: string
  readonly isOpen: boolean
}

/** What a repair is held against besides the row. */
export interface RepairFacts {
  readonly columns: ReadonlyArray<Column>
  /** Whether an address is somebody's on the platform, and so right as it is. */
  readonly isSomebodys: (email: string) => boolean
  /** By id, the things one of which a cell of the column names; none where any text will do. */
  readonly thingsOf: (column: ColumnName) => ReadonlyMap<string, NamedThing>
}

/** What a damaged cell is to hold, and what that was told by, for a sentence. */
export interface Proposal {
  readonly to: string
  readonly evidence: ReadonlyArray<string>
}

/** One kind of damage, and how it is undone. Proposes nothing where it is not sure, or the cell is not damaged. */
export interface Repair {
  readonly kind: RepairKind
  /** The columns whose cells can have it; null for all. */
  readonly columns: ReadonlyArray<ColumnName> | null
  /** Whether a cell of printable ASCII can have it; most are, and need not be asked about the others. */
  readonly inPlainText: boolean
  readonly propose: (cell: Cell, facts: RepairFacts) => Proposal | null
}
