import type { IssueCode } from "@muster/domain/model/Issue"

/** What kinds of problems are called where many rows share one. */
export type IssueNames = Record<IssueCode, string>
