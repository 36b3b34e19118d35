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
  /** Whether it is in its table, whether anything is written in it, and whether it is other than it was loaded. */
  isIn = false
  isWritten = false
  isChanged = false
  /** Whether it is to be looked at. */
  waits = false
  /** The choice of rows to show that it came into last; it stays in that one when it is put right. */
  shownBy = 0
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
export const isBlankRow = ({ cells }: Pick<GridRow, "cells">): boolean =>
  cells.every((cell) => cell.trim() === "")
