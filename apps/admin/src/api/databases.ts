import { Schema } from "effect"
import { Access } from "@muster/domain/model/Access"
import { Database } from "@muster/domain/model/Database"
import { Department } from "@muster/domain/model/Department"
import { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import { pageOf, query } from "./page.ts"
import { request } from "./request.ts"

const decodeDatabases = Schema.decodeUnknownSync(pageOf(Database))
const decodeDepartments = Schema.decodeUnknownSync(pageOf(Department))
const decodeGroups = Schema.decodeUnknownSync(pageOf(PermissionGroup))
const decodeAccesses = Schema.decodeUnknownSync(pageOf(Access))

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

/** One page of the people with access to a database. */
export const listAccesses = (databaseId: string, cursor: string | null, signal: AbortSignal) =>
  request(decodeAccesses, `${within(databaseId)}/users${query({ limit: 100, cursor })}`, { signal })

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
