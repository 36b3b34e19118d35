import { ImportKind } from "@muster/domain/model/Import"
import type { ColumnName } from "@muster/domain/rows/Column"
import { columnsOf } from "@muster/domain/rows/columnsOf"
import { t } from "../i18n/language.ts"

const known: ReadonlySet<string> = new Set(
  ImportKind.literals.flatMap((kind) => columnsOf(kind).map(({ name }) => name)),
)

/** What people call a column: a known one's name in the language being spoken, an unknown one's own header. */
export const columnLabel = (column: string): string =>
  known.has(column) ? t(`column.${column as ColumnName}`) : column
