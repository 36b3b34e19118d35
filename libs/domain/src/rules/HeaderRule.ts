import type { ImportMode } from "../model/Import.ts"
import type { Issue, IssueCode, IssueDetails, Severity } from "../model/Issue.ts"
import type { RecognisedHeader } from "../rows/recogniseHeader.ts"

/** A pure check of a file's header, for what is to be done with its rows. */
export type HeaderRule = (header: RecognisedHeader, mode: ImportMode) => ReadonlyArray<Issue>

/** An issue about the header, which spreadsheets show as row 1. */
export const headerIssue = (
  code: IssueCode,
  column: string | null,
  details: IssueDetails = {},
  severity: Severity = "error",
): Issue => ({ code, severity, row: 1, column, value: null, details })
