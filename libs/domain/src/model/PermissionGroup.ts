import { Schema } from "effect"

/** A named set of permissions in one database. */
export const PermissionGroup = Schema.Struct({
  groupName: Schema.String,
  description: Schema.String,
  permissions: Schema.Array(Schema.String),
})
export type PermissionGroup = typeof PermissionGroup.Type

/** The permission that makes whoever has it an administrator of the database. */
export const administersDatabase = "database.administer"
