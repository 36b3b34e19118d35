import type { FieldChange } from "../model/RowChanges.ts"
import { columnsOf } from "./columnsOf.ts"
import { personFields, type PersonFields } from "./personFields.ts"
import type { TextRow } from "./TextRow.ts"

/** What the row changes about the user it is about, field by field in the order of the columns. */
export const personChanges = (row: TextRow): ReadonlyArray<FieldChange> => {
  const { user } = row
  if (user === null) return []
  const becomes = personFields(row)
  return columnsOf("platform-users").flatMap(({ name }) => {
    const [before, after] = [user[name as keyof PersonFields], becomes[name as keyof PersonFields]]
    return before === after ? [] : [{ column: name, before, after }]
  })
}
