import { Effect } from "effect"
import type { Import } from "../model/Import.ts"
import type { ImportRow } from "../model/ImportRow.ts"
import type { Finding } from "../ports/ImportWork.ts"
import { columnNames } from "../rows/columnNames.ts"
import { textRow, type TextRow } from "../rows/TextRow.ts"
import { accessRules } from "../rules/accessRules.ts"
import { checkRow } from "../rules/checkRow.ts"
import { platformUserRules } from "../rules/platformUserRules.ts"
import { knowAccesses } from "./knowAccesses.ts"
import { knowPeople } from "./knowPeople.ts"

/** A row as the rules saw it, with what they found. */
export interface CheckedText {
  readonly text: TextRow
  readonly finding: Finding
}

/**
 * Holds a batch of an import's rows against every rule of its kind and what the platform knows now, each kind
 * of fact looked up once for the whole batch. Changes nothing.
 */
export const checkBatch = Effect.fnUntraced(function* (one: Import, rows: ReadonlyArray<ImportRow>) {
  const columns = columnNames(one)
  const texts = rows.map((row) => ({ row, text: textRow(row.row, columns, row.cells) }))
  const batch = texts.map(({ text }) => text)
  return one.databaseId === null
    ? yield* checkPeople(one, texts, batch)
    : yield* checkAccesses(one, one.databaseId, texts, batch)
})

type Texts = ReadonlyArray<{ readonly row: ImportRow; readonly text: TextRow }>

const checkPeople = Effect.fnUntraced(function* (one: Import, texts: Texts, batch: ReadonlyArray<TextRow>) {
  const known = yield* knowPeople(one, batch)
  return texts.map(({ row, text }): CheckedText => ({
    text,
    finding: { ...checkRow(platformUserRules, text, known, row.readingIssues), access: null },
  }))
})

const checkAccesses = Effect.fnUntraced(function* (
  one: Import,
  databaseId: string,
  texts: Texts,
  batch: ReadonlyArray<TextRow>,
) {
  const known = yield* knowAccesses(one, databaseId, batch)
  return texts.map(({ row, text }): CheckedText => {
    const checked = checkRow(accessRules, text, known, row.readingIssues)
    const userId = known.users.get(text.emailKey ?? "")?.id
    const { departmentId, groupName } = text.values
    const access =
      checked.status === "valid" && userId && departmentId && groupName
        ? { userId, departmentId, groupName }
        : null
    return { text, finding: { ...checked, access } }
  })
})
