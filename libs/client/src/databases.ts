import { Schema } from "effect"
import { Access, type NewAccess } from "@muster/domain/model/Access"
import { Database } from "@muster/domain/model/Database"
import { Department, type NewDepartment } from "@muster/domain/model/Department"
import { Permission } from "@muster/domain/model/Permission"
import { PlaceUsage } from "@muster/domain/model/PlaceUsage"
import { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import type { Connection } from "./Connection.ts"
import type { FileFormat } from "./imports.ts"
import { pageOf, query } from "./page.ts"
import { json, request, send, whereVersion } from "./request.ts"

const decodeDatabase = Schema.decodeUnknownSync(Database)
const decodeDatabases = Schema.decodeUnknownSync(pageOf(Database))
const decodeDepartments = Schema.decodeUnknownSync(pageOf(Department))
const decodeGroups = Schema.decodeUnknownSync(pageOf(PermissionGroup))
const decodeAccesses = Schema.decodeUnknownSync(pageOf(Access))

const decodeAccess = Schema.decodeUnknownSync(Access)
const all = 500

/** One page of the platform's databases, in order of name. */
export const listDatabases = (
  connection: Connection,
  cursor: string | null,
  signal: AbortSignal | null = null,
) => request(connection, decodeDatabases, `/databases${query({ limit: all, cursor })}`, { signal })

/** Every department of a database, page after page. */
export const listDepartments = (
  connection: Connection,
  databaseId: string,
  signal: AbortSignal | null = null,
) =>
  everyPage((cursor) =>
    request(
      connection,
      decodeDepartments,
      `${within(databaseId)}/departments${query({ limit: all, cursor })}`,
      {
        signal,
      },
    ),
  )

/** Every permission group of a database, page after page. */
export const listPermissionGroups = (
  connection: Connection,
  databaseId: string,
  signal: AbortSignal | null = null,
) =>
  everyPage((cursor) =>
    request(
      connection,
      decodeGroups,
      `${within(databaseId)}/permission-groups${query({ limit: all, cursor })}`,
      {
        signal,
      },
    ),
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
  connection: Connection,
  databaseId: string,
  filter: AccessFilter,
  cursor: string | null,
  signal: AbortSignal | null = null,
) =>
  request(
    connection,
    decodeAccesses,
    `${within(databaseId)}/users${query({ ...filter, limit: 100, cursor })}`,
    {
      signal,
    },
  )

export const createDatabase = (connection: Connection, name: string): Promise<Database> =>
  request(connection, decodeDatabase, "/databases", json("POST", { name }))

export const renameDatabase = (connection: Connection, id: string, name: string): Promise<Database> =>
  request(connection, decodeDatabase, within(id), json("PATCH", { name }))

/** Closes a database, or opens it again. */
export const closeDatabase = (connection: Connection, id: string, closed: boolean): Promise<Database> =>
  request(connection, decodeDatabase, `${within(id)}/${closed ? "close" : "reopen"}`, { method: "POST" })

const decodeCatalogue = Schema.decodeUnknownSync(Schema.Struct({ items: Schema.Array(Permission) }))

/** The permissions that the product has registered. */
export const listPermissions = async (
  connection: Connection,
  signal: AbortSignal | null = null,
): Promise<ReadonlyArray<Permission>> =>
  (await request(connection, decodeCatalogue, "/permissions", { signal })).items

const department = (databaseId: string, departmentId: string) =>
  `${within(databaseId)}/departments/${encodeURIComponent(departmentId)}`

export const createDepartment = async (
  connection: Connection,
  databaseId: string,
  made: NewDepartment,
): Promise<void> => {
  await send(connection, `${within(databaseId)}/departments`, json("POST", made))
}

export const changeDepartment = async (
  connection: Connection,
  databaseId: string,
  { departmentId, name, parentId, closed }: Department,
): Promise<void> => {
  await send(connection, department(databaseId, departmentId), json("PATCH", { name, parentId, closed }))
}

/** Where a database's departments or groups are downloaded as a file that an import accepts. */
export const structureAddress = (
  connection: Connection,
  databaseId: string,
  kind: "departments" | "permission-groups",
  format: FileFormat,
): string => `${connection.base}${within(databaseId)}/${kind}/download${query({ format })}`

const decodeUsage = Schema.decodeUnknownSync(PlaceUsage)

/** What hangs on a department. */
export const findDepartmentUsage = (
  connection: Connection,
  databaseId: string,
  departmentId: string,
  signal: AbortSignal | null = null,
) => request(connection, decodeUsage, `${department(databaseId, departmentId)}/usage`, { signal })

/** What hangs on a permission group. */
export const findGroupUsage = (
  connection: Connection,
  databaseId: string,
  groupName: string,
  signal: AbortSignal | null = null,
) => request(connection, decodeUsage, `${group(databaseId, groupName)}/usage`, { signal })

/** Removes a department that nobody and nothing is placed in. */
export const removeDepartment = async (
  connection: Connection,
  databaseId: string,
  departmentId: string,
): Promise<void> => {
  await send(connection, department(databaseId, departmentId), { method: "DELETE" })
}

const group = (databaseId: string, groupName: string) =>
  `${within(databaseId)}/permission-groups/${encodeURIComponent(groupName)}`

export const createPermissionGroup = async (
  connection: Connection,
  databaseId: string,
  made: PermissionGroup,
): Promise<void> => {
  await send(connection, `${within(databaseId)}/permission-groups`, json("POST", made))
}

export const changePermissionGroup = async (
  connection: Connection,
  databaseId: string,
  groupName: string,
  changed: PermissionGroup,
): Promise<void> => {
  await send(connection, group(databaseId, groupName), json("PATCH", changed))
}

/** Removes a permission group that nobody has. */
export const removePermissionGroup = async (
  connection: Connection,
  databaseId: string,
  groupName: string,
): Promise<void> => {
  await send(connection, group(databaseId, groupName), { method: "DELETE" })
}

const access = (databaseId: string, userId: string) =>
  `${within(databaseId)}/users/${encodeURIComponent(userId)}`

export const findAccess = (
  connection: Connection,
  databaseId: string,
  userId: string,
  signal: AbortSignal | null = null,
) => request(connection, decodeAccess, access(databaseId, userId), { signal })

export const grantAccess = (
  connection: Connection,
  databaseId: string,
  email: string,
  given: NewAccess,
): Promise<Access> =>
  request(connection, decodeAccess, `${within(databaseId)}/users`, json("POST", { email, ...given }))

/** Changes an access that is still the version given. */
export const changeAccess = (
  connection: Connection,
  databaseId: string,
  { userId, version }: Access,
  given: NewAccess,
) =>
  request(connection, decodeAccess, access(databaseId, userId), whereVersion(version, json("PATCH", given)))

export const removeAccess = async (
  connection: Connection,
  databaseId: string,
  { userId, version }: Access,
): Promise<void> => {
  await send(connection, access(databaseId, userId), whereVersion(version, { method: "DELETE" }))
}

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
