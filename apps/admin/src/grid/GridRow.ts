import type { Issue } from "@muster/domain/model/Issue"

/** The cells of a row, by position. */
export type Cells = ReadonlyArray<string>

/** What the server had of a row when it was loaded. */
export interface ServerRow {
  readonly cells: Cells
  readonly issues: ReadonlyArray<Issue>
}

/**
 * A row of a table that is being written. Its cells are replaced as a whole, never written into, so that whoever
 * holds the old ones can put them back. `id` stays the same as long as the row is there: for a row of an import
 * it is the number that the server knows it by.
 */
export class GridRow {
  readonly id: number
  readonly loaded: ServerRow | null
  cells: Cells
  /** What was found in the row when it was last looked at. */
  issues: ReadonlyArray<Issue> = noIssues
  /** By what its twins are known; null each where there is no valid one. */
  keys: RowKeys = noKeys
  constructor(id: number, cells: Cells, loaded: ServerRow | null = null) {
    this.id = id
    this.cells = cells
    this.loaded = loaded
  }
}

export interface RowKeys {
  readonly email: string | null
  readonly username: string | null
  readonly thing: string | null
}

export const noKeys: RowKeys = { email: null, username: null, thing: null }
export const noIssues: ReadonlyArray<Issue> = []

/** Whether nothing is written in the row: it is then no row of data. */
export const isBlankRow = ({ cells }: GridRow): boolean => cells.every((cell) => cell.trim() === "")
