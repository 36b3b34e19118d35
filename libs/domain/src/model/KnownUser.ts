import type { UserStatus } from "./PlatformUser.ts"

/** As much of an existing platform user as the rules need. */
export interface KnownUser {
  readonly id: string
  readonly email: string
  readonly username: string
  readonly status: UserStatus
}
