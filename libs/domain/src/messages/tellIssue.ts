import { offeredRepair, type Issue, type ToldIssue } from "../model/Issue.ts"
import type { Language } from "../model/Language.ts"
import type { ColumnName } from "../rows/Column.ts"
import { english } from "./english.ts"
import { damageText, type IssueTexts } from "./IssueTexts.ts"
import { swedish } from "./swedish.ts"

const texts: Readonly<Record<Language, IssueTexts>> = { en: english, sv: swedish }

/** What people call a column: a known one's name in the language, an unknown one's own header. */
export const columnLabel = (column: string, language: Language): string =>
  Object.hasOwn(texts[language].columns, column) ? texts[language].columns[column as ColumnName] : column

/** The issue with its sentence, its remedy and the values that would do, in the language. */
export const tellIssue = (issue: Issue, language: Language): ToldIssue => {
  const label = issue.column === null ? "" : columnLabel(issue.column, language)
  const [message, suggestion] = texts[language].issues[issue.code](issue, label)
  const candidates = issue.details.candidates
  return {
    ...issue,
    message,
    suggestion: damageText(texts[language].repairs, issue, label)?.[1] ?? suggestion,
    candidates: Array.isArray(candidates) ? candidates.map(String) : [],
    repair: offeredRepair(issue),
  }
}
