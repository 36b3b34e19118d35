import { Schema } from "effect"

/** A deleted user can be restored; an anonymised one is nobody any more, for good. */
export const UserStatus = Schema.Literals(["active", "inactive", "deleted", "anonymised"])
export type UserStatus = typeof UserStatus.Type

/** Whether somebody is not of the platform any more. */
export const isGone = ({ status }: { readonly status: UserStatus }): boolean =>
  status === "deleted" || status === "anonymised"

/** In order of power; nobody grants above their own. */
export const PlatformRole = Schema.Literals([
  "none",
  "userProvisioner",
  "userAdministrator",
  "superAdministrator",
])
export type PlatformRole = typeof PlatformRole.Type

/** A person known to the platform, with or without access to any database. */
export const PlatformUser = Schema.Struct({
  id: Schema.String,
  email: Schema.String,
  username: Schema.String,
  firstName: Schema.String,
  lastName: Schema.String,
  phone: Schema.NullOr(Schema.String),
  mobilePhone: Schema.NullOr(Schema.String),
  languageCode: Schema.NullOr(Schema.String),
  externalId: Schema.NullOr(Schema.String),
  status: UserStatus,
  platformRole: PlatformRole,
  /** Grows by one with each change. */
  version: Schema.Int,
})
export type PlatformUser = typeof PlatformUser.Type

/** A person about to become a platform user, with the canonical keys that make them unique and what finds them. */
export interface NewPlatformUser extends Omit<PlatformUser, "id" | "status" | "platformRole" | "version"> {
  readonly emailKey: string
  readonly usernameKey: string
  readonly searchText: string
}
