import { Schema } from "effect"
import { PlatformUser, type PlatformRole, type UserStatus } from "@muster/domain/model/PlatformUser"
import { Access } from "@muster/domain/model/Access"
import type { StatusAct } from "@muster/domain/model/StatusAct"
import type { UserAct } from "@muster/domain/model/UserAct"
import { Origin } from "@muster/domain/model/Origin"
import { Traces } from "@muster/domain/model/Traces"
import type { ColumnName } from "@muster/domain/rows/Column"
import type { Connection } from "./Connection.ts"
import type { FileFormat } from "./imports.ts"
import { decodeLines } from "./audit.ts"
import { pageOf, query } from "./page.ts"
import { json, request, send, whereVersion } from "./request.ts"

const decodeUser = Schema.decodeUnknownSync(PlatformUser)
const decodeUsers = Schema.decodeUnknownSync(pageOf(PlatformUser))

/** What the list of platform users is narrowed to; empty asks for everybody. */
export interface UserFilter {
  readonly search: string
  readonly status: UserStatus | ""
  readonly role: PlatformRole | ""
  /** `none`, or the id of one. */
  readonly database: string
  readonly standing: "invited" | ""
  /** The id of the import that created them. */
  readonly importId: string
}

/** One page of the platform users, in order of e-mail. */
export const listPlatformUsers = (
  connection: Connection,
  filter: UserFilter,
  cursor: string | null,
  signal: AbortSignal | null = null,
) =>
  request(connection, decodeUsers, `/platform/users${query({ ...filter, limit: 100, cursor })}`, { signal })

/** Where the users are downloaded as a file that an import accepts. */
export const downloadAddress = (connection: Connection, filter: UserFilter, format: FileFormat): string =>
  `${connection.base}/platform/users/download${query({ ...filter, format })}`

const at = (id: string) => `/platform/users/${encodeURIComponent(id)}`

export const findPlatformUser = (connection: Connection, id: string, signal: AbortSignal | null = null) =>
  request(connection, decodeUser, at(id), { signal })

/** What is written of a person; null empties a cell. */
export type PersonCells = Readonly<Partial<Record<ColumnName, string | null>>>

export const createPlatformUser = (connection: Connection, cells: PersonCells): Promise<PlatformUser> =>
  request(connection, decodeUser, "/platform/users", json("POST", cells))

/** Changes a user who is still the version given. */
export const changePlatformUser = (
  connection: Connection,
  { id, version }: PlatformUser,
  change: PersonCells & { readonly platformRole?: PlatformRole },
): Promise<PlatformUser> =>
  request(connection, decodeUser, at(id), whereVersion(version, json("PATCH", change)))

const decodeActed = Schema.decodeUnknownSync(
  Schema.Struct({
    items: Schema.Array(
      Schema.Struct({
        outcome: Schema.Literals(["done", "unchanged", "refused"]),
        message: Schema.NullOr(Schema.String),
      }),
    ),
  }),
)

/** Does the same to several users, a hundred at the most. */
export const actOnUsers = (connection: Connection, act: UserAct, userIds: ReadonlyArray<string>) =>
  request(connection, decodeActed, "/platform/users/actions", json("POST", { ...act, userIds }))

/** Changes the status of a user who is still the version given. */
export const changeUserStatus = (
  connection: Connection,
  { id, version }: PlatformUser,
  act: StatusAct,
): Promise<PlatformUser> =>
  request(connection, decodeUser, `${at(id)}/${act}`, whereVersion(version, { method: "POST" }))

const decodeTraces = Schema.decodeUnknownSync(Traces)

/** How much anonymising a user would erase. */
export const findTraces = (
  connection: Connection,
  id: string,
  signal: AbortSignal | null = null,
): Promise<Traces> => request(connection, decodeTraces, `${at(id)}/traces`, { signal })

/** Makes a deleted user who is still the version given nobody, for good. */
export const anonymise = (connection: Connection, { id, version }: PlatformUser): Promise<PlatformUser> =>
  request(connection, decodeUser, `${at(id)}/anonymise`, whereVersion(version, { method: "POST" }))

export const invite = async (connection: Connection, { id }: PlatformUser): Promise<void> => {
  await send(connection, `${at(id)}/invite`, { method: "POST" })
}

const decodeAccesses = Schema.decodeUnknownSync(
  Schema.Struct({ items: Schema.Array(Schema.Struct({ databaseId: Schema.String, ...Access.fields })) }),
)

/** Where a user has access, in the databases that the reader may know of. */
export const listAccessesOf = async (connection: Connection, id: string, signal: AbortSignal | null = null) =>
  (await request(connection, decodeAccesses, `${at(id)}/accesses`, { signal })).items

const decodeOrigin = Schema.decodeUnknownSync(Schema.Struct({ origin: Schema.NullOr(Origin) }))

/** The row of the file that created a user; null for who was added by hand. */
export const findOriginOf = async (connection: Connection, id: string, signal: AbortSignal | null = null) =>
  (await request(connection, decodeOrigin, `${at(id)}/origin`, { signal })).origin

/** What was done to a user, newest first. */
export const listHistoryOf = (
  connection: Connection,
  id: string,
  cursor: string | null,
  signal: AbortSignal | null = null,
) => request(connection, decodeLines, `${at(id)}/history${query({ limit: 20, cursor })}`, { signal })

/** Fills an empty platform with two databases to try imports with; refused where there are others. */
export const createSamplePlatform = async (connection: Connection): Promise<void> => {
  await send(connection, "/platform/sample", { method: "POST" })
}
