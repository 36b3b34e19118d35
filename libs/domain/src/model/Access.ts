import { Schema } from "effect"
import { PlatformUser } from "./PlatformUser.ts"

/** A department, and the permission group that somebody has in it. */
export const Place = Schema.Struct({ departmentId: Schema.String, groupName: Schema.String })
export type Place = typeof Place.Type

/** What somebody was given by hand: further departments, each once, and permissions on top of the groups. */
export const AccessExtra = Schema.Struct({
  departments: Schema.Array(Place),
  permissions: Schema.Array(Schema.String),
})
export type AccessExtra = typeof AccessExtra.Type

/** One user's place in one database: primary department, permission group, and what was given by hand. */
export const Access = Schema.Struct({
  userId: Schema.String,
  email: Schema.String,
  firstName: PlatformUser.fields.firstName,
  lastName: PlatformUser.fields.lastName,
  status: PlatformUser.fields.status,
  departmentId: Schema.String,
  groupName: Schema.String,
  extra: AccessExtra,
  /** Grows by one with each change. */
  version: Schema.Int,
})
export type Access = typeof Access.Type

/** What of an access is given. */
export type NewAccess = Pick<Access, "departmentId" | "groupName" | "extra">

export const noExtra: AccessExtra = { departments: [], permissions: [] }

/** Every department of an access with its group, the primary one first. */
export const placesOf = ({ departmentId, groupName, extra }: NewAccess): ReadonlyArray<Place> => [
  { departmentId, groupName },
  ...extra.departments,
]
