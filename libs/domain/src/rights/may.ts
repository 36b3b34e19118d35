import { PlatformRole } from "../model/PlatformUser.ts"
import { actions, type Action } from "./Action.ts"
import { KeyScope, type Actor } from "./Actor.ts"

/**
 * Whether an actor may do something, on the platform (`databaseId` null) or in a database. `hidden`: they may
 * not even learn whether the database is there; `forbidden`: they may know of it, and are told so.
 */
export const may = (actor: Actor, action: Action, databaseId: string | null): Decision => {
  const { role, databaseAdministrator, key } = actions[action]
  const administers = databaseId !== null && actor.administers.includes(databaseId)
  const seesDatabase = databaseId === null || administers || reaches(actor.platformRole, "userAdministrator")
  if (!seesDatabase || foreignToKey(actor, databaseId)) return databaseId === null ? "forbidden" : "hidden"
  const asPerson =
    (databaseAdministrator && administers) || (role !== null && reaches(actor.platformRole, role))
  const asKey = actor.key === null || (key !== null && includes(actor.key.scope, key))
  return asPerson && asKey ? "allowed" : "forbidden"
}

export type Decision = "allowed" | "forbidden" | "hidden"

/** The databases that an actor may know of; null for all. */
export const visibleDatabases = (actor: Actor): ReadonlyArray<string> | null => {
  const all = reaches(actor.platformRole, "userAdministrator")
  const only = actor.key?.databaseId ?? null
  if (only === null) return all ? null : actor.administers
  return all || actor.administers.includes(only) ? [only] : []
}

/** Whether a role is at least as powerful as another; nobody grants a role that theirs does not reach. */
export const reaches = (role: PlatformRole, least: PlatformRole): boolean =>
  PlatformRole.literals.indexOf(role) >= PlatformRole.literals.indexOf(least)

const includes = (scope: KeyScope, least: KeyScope): boolean =>
  KeyScope.literals.indexOf(scope) >= KeyScope.literals.indexOf(least)

/** A key for one database reaches nothing else. */
const foreignToKey = ({ key }: Actor, databaseId: string | null): boolean =>
  key !== null && key.databaseId !== null && key.databaseId !== databaseId
