import { Schema } from "effect"

/** A field that a row changes, by the name of its column; null where the field is empty. */
export const FieldChange = Schema.Struct({
  column: Schema.String,
  before: Schema.NullOr(Schema.String),
  after: Schema.NullOr(Schema.String),
})
export type FieldChange = typeof FieldChange.Type

/** A permission in one department; in every department where `departmentId` is null. */
export const PlacedPermission = Schema.Struct({
  name: Schema.String,
  departmentId: Schema.NullOr(Schema.String),
})
export type PlacedPermission = typeof PlacedPermission.Type

/** What a row changes about somebody who is there; step 2 also tells what they may do more and less by it. */
export const RowChanges = Schema.Struct({
  fields: Schema.Array(FieldChange),
  gained: Schema.Array(PlacedPermission),
  lost: Schema.Array(PlacedPermission),
})
export type RowChanges = typeof RowChanges.Type

export const noChanges: RowChanges = { fields: [], gained: [], lost: [] }
