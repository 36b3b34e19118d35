import { Effect, Option } from "effect"
import { importerOf } from "../model/Import.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import type { PlatformUser } from "../model/PlatformUser.ts"
import { Accesses } from "../ports/Accesses.ts"
import { Actors } from "../ports/Actors.ts"
import { Departments } from "../ports/Departments.ts"
import { ImportWork } from "../ports/ImportWork.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import { mayGrant } from "../rights/mayGrant.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import type { TextRow } from "../rows/TextRow.ts"
import type { AccessKnown } from "../rules/access/AccessKnown.ts"
import { keysOf, rowsBy } from "./knowPeople.ts"
import type { ImportToCheck } from "./checkBatch.ts"

/** Looks up what a batch of access rows is held against: the database's tree and groups, and its people. */
export const knowAccesses = Effect.fnUntraced(function* (
  one: ImportToCheck,
  databaseId: string,
  batch: ReadonlyArray<TextRow>,
  maybeTwins: ReadonlyArray<TextRow>,
) {
  const users = yield* PlatformUsers
  const work = yield* ImportWork
  const keys = { emailKeys: keysOf(batch).emailKeys, usernameKeys: [] }
  const people = new Map((yield* users.known(keys)).map((person) => [person.emailKey, person]))
  const repeated = { emailKeys: keysOf(maybeTwins).emailKeys, usernameKeys: [] }
  const rowsByEmail = rowsBy(yield* work.rowsWithKeys(one.id, repeated), (row) => row.emailKey)
  return { ...(yield* knowPlaces(one, databaseId, people)), rowsByEmail } satisfies AccessKnown
})

/** Looks up a database's tree and groups, and the access there of people by the keys of their rows. */
export const knowPlaces = Effect.fnUntraced(function* (
  one: ImportToCheck,
  databaseId: string,
  users: ReadonlyMap<string, PlatformUser>,
) {
  const departments = yield* Departments
  const groups = yield* PermissionGroups
  const accesses = yield* Accesses
  const actors = yield* Actors
  const importer = yield* actors.find(importerOf(one))
  const userIds = [...users.values()].map(({ id }) => id)
  return {
    columns: columnsOf(one.kind),
    invalidRows: one.invalidRows,
    mode: one.mode,
    users,
    departments: new Map((yield* departments.list(databaseId)).map((found) => [found.departmentId, found])),
    groups: new Map((yield* groups.list(databaseId)).map((found) => [found.groupName, found])),
    accesses: new Map((yield* accesses.known(databaseId, userIds)).map((found) => [found.userId, found])),
    mayGrant: (group: Pick<PermissionGroup, "permissions">) =>
      Option.exists(importer, (actor) => mayGrant(actor, group, databaseId)),
  } satisfies Omit<AccessKnown, "rowsByEmail">
})
