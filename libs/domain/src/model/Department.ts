import { Schema } from "effect"

/**
 * A node of one database's organisation tree; `parentId` is its parent's `departmentId`, null at the top. Nobody
 * gets a place in one that is closed; who has one there keeps it.
 */
export const Department = Schema.Struct({
  departmentId: Schema.String,
  name: Schema.String,
  parentId: Schema.NullOr(Schema.String),
  closed: Schema.Boolean,
})
export type Department = typeof Department.Type

/** A department about to be made: open. */
export type NewDepartment = Omit<Department, "closed">
