import { Schema } from "effect"
import { Access, type NewAccess } from "@muster/domain/model/Access"
import { Database } from "@muster/domain/model/Database"
import { Department, type NewDepartment } from "@muster/domain/model/Department"
import { Permission } from "@muster/domain/model/Permission"
import { PlaceUsage } from "@muster/domain/model/PlaceUsage"
import { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import { HeldPermission } from "@muster/domain/rights/permissionsOf"
import { pageOf, query } from "./page.ts"
import { apiBase, json, request, send, whereVersion } from "./request.ts"

const decodeDatabase = Schema.decodeUnknownSync(Database)
const decodeDatabases = Schema.decodeUnknownSync(pageOf(Database))
const decodeDepartments = Schema.decodeUnknownSync(pageOf(Department))
const decodeGroups = Schema.decodeUnknownSync(pageOf(PermissionGroup))
const decodeAccesses = Schema.decodeUnknownSync(pageOf(Access))

const decodeAccess = Schema.decodeUnknownSync(Access)
const decodePermissions = Schema.decodeUnknownSync(
  Schema.Struct({ permissions: Schema.Array(HeldPermission) }),
)

const all = 500

/** One page of the platform's databases, in order of name. */
export const listDatabases = (cursor: string | null, signal: AbortSignal) =>
  request(decodeDatabases, `/databases${query({ limit: all, cursor })}`, { signal })

/** Every department of a database, page after page. */
export const listDepartments = (databaseId: string, signal: AbortSignal) =>
  everyPage((cursor) =>
    request(decodeDepartments, `${within(databaseId)}/departments${query({ limit: all, cursor })}`, {
      signal,
    }),
  )

/** Every permission group of a database, page after page. */
export const listPermissionGroups = (databaseId: string, signal: AbortSignal) =>
  everyPage((cursor) =>
    request(decodeGroups, `${within(databaseId)}/permission-groups${query({ limit: all, cursor })}`, {
      signal,
    }),
  )

/** What the list of a database's users is narrowed to; empty asks for everybody. */
export interface AccessFilter {
  readonly search: string
  /** Those with a place in it or below it. */
  readonly departmentId: string
  readonly groupName: string
}

/** One page of the people with access to a database. */
export const listAccesses = (
  databaseId: string,
  filter: AccessFilter,
  cursor: string | null,
  signal: AbortSignal,
) =>
  request(decodeAccesses, `${within(databaseId)}/users${query({ ...filter, limit: 100, cursor })}`, {
    signal,
  })

export const createDatabase = (name: string): Promise<Database> =>
  request(decodeDatabase, "/databases", json("POST", { name }))

export const renameDatabase = (id: string, name: string): Promise<Database> =>
  request(decodeDatabase, within(id), json("PATCH", { name }))

/** Closes a database, or opens it again. */
export const closeDatabase = (id: string, closed: boolean): Promise<Database> =>
  request(decodeDatabase, `${within(id)}/${closed ? "close" : "reopen"}`, { method: "POST" })

const decodeCatalogue = Schema.decodeUnknownSync(Schema.Struct({ items: Schema.Array(Permission) }))

/** The permissions that the product has registered. */
export const listPermissions = async (signal: AbortSignal): Promise<ReadonlyArray<Permission>> =>
  (await request(decodeCatalogue, "/permissions", { signal })).items

const department = (databaseId: string, departmentId: string) =>
  `${within(databaseId)}/departments/${encodeURIComponent(departmentId)}`

export const createDepartment = async (databaseId: string, made: NewDepartment): Promise<void> => {
  await send(`${within(databaseId)}/departments`, json("POST", made))
}

export const changeDepartment = async (
  databaseId: string,
  { departmentId, name, parentId, closed }: Department,
): Promise<void> => {
  await send(department(databaseId, departmentId), json("PATCH", { name, parentId, closed }))
}

/** Where a database's departments or groups are downloaded as a file that an import accepts. */
export const structureAddress = (databaseId: string, kind: "departments" | "permission-groups"): string =>
  `${apiBase}${within(databaseId)}/${kind}/download`

const decodeUsage = Schema.decodeUnknownSync(PlaceUsage)

/** What hangs on a department. */
export const findDepartmentUsage = (databaseId: string, departmentId: string, signal: AbortSignal) =>
  request(decodeUsage, `${department(databaseId, departmentId)}/usage`, { signal })

/** What hangs on a permission group. */
export const findGroupUsage = (databaseId: string, groupName: string, signal: AbortSignal) =>
  request(decodeUsage, `${group(databaseId, groupName)}/usage`, { signal })

/** Removes a department that nobody and nothing is placed in. */
export const removeDepartment = async (databaseId: string, departmentId: string): Promise<void> => {
  await send(department(databaseId, departmentId), { method: "DELETE" })
}

const group = (databaseId: string, groupName: string) =>
  `${within(databaseId)}/permission-groups/${encodeURIComponent(groupName)}`

export const createPermissionGroup = async (databaseId: string, made: PermissionGroup): Promise<void> => {
  await send(`${within(databaseId)}/permission-groups`, json("POST", made))
}

export const changePermissionGroup = async (
  databaseId: string,
  groupName: string,
  changed: PermissionGroup,
): Promise<void> => {
  await send(group(databaseId, groupName), json("PATCH", changed))
}

/** Removes a permission group that nobody has. */
export const removePermissionGroup = async (databaseId: string, groupName: string): Promise<void> => {
  await send(group(databaseId, groupName), { method: "DELETE" })
}

const access = (databaseId: string, userId: string) =>
  `${within(databaseId)}/users/${encodeURIComponent(userId)}`

export const findAccess = (databaseId: string, userId: string, signal: AbortSignal) =>
  request(decodeAccess, access(databaseId, userId), { signal })

export const grantAccess = (databaseId: string, email: string, given: NewAccess): Promise<Access> =>
  request(decodeAccess, `${within(databaseId)}/users`, json("POST", { email, ...given }))

/** Changes an access that is still the version given. */
export const changeAccess = (databaseId: string, { userId, version }: Access, given: NewAccess) =>
  request(decodeAccess, access(databaseId, userId), whereVersion(version, json("PATCH", given)))

export const removeAccess = async (databaseId: string, { userId, version }: Access): Promise<void> => {
  await send(access(databaseId, userId), whereVersion(version, { method: "DELETE" }))
}

/** What a user may do in a database, and why. */
export const readPermissions = async (databaseId: string, userId: string, signal: AbortSignal) =>
  (await request(decodePermissions, `${access(databaseId, userId)}/permissions`, { signal })).permissions

const within = (databaseId: string) => `/databases/${encodeURIComponent(databaseId)}`

const everyPage = async <A>(
  page: (cursor: string | null) => Promise<{ items: ReadonlyArray<A>; nextCursor: string | null }>,
): Promise<ReadonlyArray<A>> => {
  const items: Array<A> = []
  let cursor: string | null = null
  do {
    const { items: more, nextCursor } = await page(cursor)
    items.push(...more)
    cursor = nextCursor
  } while (cursor !== null)
  return items
}
