import { Schema } from "effect"
import type { PlatformRole } from "../model/PlatformUser.ts"

/** What an API key may be used for; each scope includes those before it. */
export const KeyScope = Schema.Literals(["read", "validate", "run"])
export type KeyScope = typeof KeyScope.Type

/** Whoever acts, with the rights they have at this moment: a signed-in user, or an API key of one. */
export interface Actor {
  /** Names the actor in imports and in the audit: `user:` or `key:` and an id, or `installation`. */
  readonly id: string
  /** The platform user who acts, or whose key does; null for the installation's own key. */
  readonly userId: string | null
  readonly platformRole: PlatformRole
  /** The databases that the user administers. */
  readonly administers: ReadonlyArray<string>
  /** What an API key narrows its owner's rights to; null for a person. */
  readonly key: { readonly scope: KeyScope; readonly databaseId: string | null } | null
}

/** The key of an unattended installation, given as a setting: all that a key may do at all. */
export const installation: Actor = {
  id: "installation",
  userId: null,
  platformRole: "superAdministrator",
  administers: [],
  key: { scope: "run", databaseId: null },
}

export const userActorId = (userId: string) => `user:${userId}`

export const keyActorId = (keyId: string) => `key:${keyId}`
