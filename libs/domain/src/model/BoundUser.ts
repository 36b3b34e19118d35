import type { PlatformUser } from "./PlatformUser.ts"

/** A user with what binds them to the platform: access to so many databases, and a way to sign in. */
export interface BoundUser extends PlatformUser {
  readonly databases: number
  readonly signsIn: boolean
}
