import { Effect, Schema } from "effect"
import { placesOf, type Access, type NewAccess } from "../model/Access.ts"
import { Issue } from "../model/Issue.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import { Departments } from "../ports/Departments.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import type { Actor } from "../rights/Actor.ts"
import { mayGrant } from "../rights/mayGrant.ts"
import { permissionsOf } from "../rights/permissionsOf.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { textRow } from "../rows/TextRow.ts"
import { accessRules } from "../rules/accessRules.ts"
import { checkRow } from "../rules/checkRow.ts"
import { checkPermissions } from "./checkPermissions.ts"
import { keysOf } from "./knowPeople.ts"

/** The access cannot be as described. `issues` are those an import would find; their row is null. */
export class AccessRefused extends Schema.TaggedError<AccessRefused>()("AccessRefused", {
  issues: Schema.Array(Issue),
}) {
  override get message() {
    return "The access cannot be given as described."
  }
}

/** It makes, or is that of, an administrator of the database, and the actor may make none. */
export class AccessAboveOwn extends Schema.TaggedError<AccessAboveOwn>()("AccessAboveOwn", {}) {
  override get message() {
    return "Whoever has the access administers the database, and the actor may not grant that."
  }
}

/**
 * Holds each place of an access against the rules of an import's row, and all of it against the actor's rights.
 * What the user has `held` before may stay where nobody gets it any more.
 */
export const checkAccess = Effect.fnUntraced(function* (
  actor: Actor,
  databaseId: string,
  email: string,
  access: NewAccess,
  present: ReadonlyArray<Access>,
  held: NewAccess | null = null,
) {
  const columns = columnsOf("database-users")
  const names = columns.map(({ name }) => name)
  const rows = placesOf(access).map((place) => {
    const cells: Readonly<Record<string, string>> = { email, ...place }
    return textRow(
      1,
      names,
      names.map((name) => cells[name] ?? ""),
    )
  })
  const people = yield* (yield* PlatformUsers).known({ ...keysOf(rows), usernameKeys: [] })
  const departments = yield* (yield* Departments).list(databaseId)
  const groups = yield* (yield* PermissionGroups).list(databaseId)
  const known = {
    columns,
    invalidRows: "refuse" as const,
    mode: "create" as const,
    users: new Map(people.map((person) => [person.emailKey, person])),
    departments: new Map(departments.map((one) => [one.departmentId, one])),
    groups: new Map(groups.map((one) => [one.groupName, one])),
    accesses: new Map(present.map((one) => [one.userId, one])),
    mayGrant: (group: Pick<PermissionGroup, "permissions">) => mayGrant(actor, group, databaseId),
    rowsByEmail: new Map(),
  }
  const heldDepartments = held === null ? [] : placesOf(held).map(({ departmentId }) => departmentId)
  const issues = rows
    .flatMap((row, at) =>
      checkRow(accessRules, row, known, []).issues.filter(({ column }) => at === 0 || column !== "email"),
    )
    .filter(({ code, value }) => code !== "department.closed" || !heldDepartments.includes(value ?? ""))
    .filter(({ severity, code }) => isRefusal.has(severity) || code === "access.already_granted")
    .map((issue) => ({ ...issue, row: null }))
  if (issues.length > 0) return yield* new AccessRefused({ issues })
  yield* checkPermissions(access.extra.permissions, held?.extra.permissions ?? [])
  yield* withinRight(actor, databaseId, access, groups)
})

const isRefusal = new Set(["error", "conflict"])

/** Whether the actor may give, and so change or take away, such an access. */
export const mayHold = Effect.fnUntraced(function* (actor: Actor, databaseId: string, access: NewAccess) {
  yield* withinRight(actor, databaseId, access, yield* (yield* PermissionGroups).list(databaseId))
})

const withinRight = (
  actor: Actor,
  databaseId: string,
  access: NewAccess,
  groups: ReadonlyArray<PermissionGroup>,
) => {
  const permissions = permissionsOf(access, groups).map(({ name }) => name)
  return mayGrant(actor, { permissions }, databaseId) ? Effect.void : new AccessAboveOwn()
}
