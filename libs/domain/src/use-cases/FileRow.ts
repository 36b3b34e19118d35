import type { Issue } from "../model/Issue.ts"

/** A row as reading a file delivers it: its cells by position, and what reading found in it. */
export interface FileRow {
  readonly row: number
  readonly cells: ReadonlyArray<string>
  readonly issues: ReadonlyArray<FileIssue>
}

/** An issue that knows its column by position only. */
export interface FileIssue extends Omit<Issue, "column"> {
  readonly columnIndex: number | null
}

/** The issue, with its column named: `columns[i]` is the name of the column at position i of the file. */
export const nameColumn = (
  { columnIndex, ...issue }: FileIssue,
  columns: ReadonlyArray<string | null>,
): Issue => ({ ...issue, column: columnIndex === null ? null : (columns[columnIndex] ?? null) })
