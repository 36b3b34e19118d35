import type { FieldChange } from "../model/RowChanges.ts"
import { clearSign, type CellTexts } from "./TextRow.ts"

/**
 * Of the fields that a row changed: those that still are as it left them and can be set back, and those that
 * somebody has changed since. A field that is as it was before is neither.
 */
export const setBack = (
  fields: ReadonlyArray<FieldChange>,
  now: Readonly<Record<string, string | null>>,
): { readonly back: ReadonlyArray<FieldChange>; readonly kept: ReadonlyArray<FieldChange> } => ({
  back: fields.filter(({ column, after }) => now[column] === after),
  kept: fields.filter(({ column, before, after }) => now[column] !== after && now[column] !== before),
})

/** What a row would say that gives fields the values they had before. */
export const cellsBefore = (fields: ReadonlyArray<FieldChange>): CellTexts =>
  Object.fromEntries(fields.map(({ column, before }) => [column, before ?? clearSign]))
