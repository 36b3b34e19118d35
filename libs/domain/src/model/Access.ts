import { Schema } from "effect"

/** One user's place in one database: primary department and permission group. */
export const Access = Schema.Struct({
  userId: Schema.String,
  email: Schema.String,
  departmentId: Schema.String,
  groupName: Schema.String,
})
export type Access = typeof Access.Type
