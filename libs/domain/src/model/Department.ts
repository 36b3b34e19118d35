import { Schema } from "effect"

/** A node of one database's organisation tree; `parentId` is its parent's `departmentId`, null at the top. */
export const Department = Schema.Struct({
  departmentId: Schema.String,
  name: Schema.String,
  parentId: Schema.NullOr(Schema.String),
})
export type Department = typeof Department.Type
