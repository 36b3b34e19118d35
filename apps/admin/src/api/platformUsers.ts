import { Schema } from "effect"
import { PlatformUser, type PlatformRole, type UserStatus } from "@muster/domain/model/PlatformUser"
import { pageOf, query } from "./page.ts"
import { request, send } from "./request.ts"

const decodeUser = Schema.decodeUnknownSync(PlatformUser)
const decodeUsers = Schema.decodeUnknownSync(pageOf(PlatformUser))

/** What the list of platform users is narrowed to; empty asks for everybody. */
export interface UserFilter {
  readonly search: string
  readonly status: UserStatus | ""
  readonly role: PlatformRole | ""
  readonly database: "none" | ""
}

/** One page of the platform users, in order of e-mail. */
export const listPlatformUsers = (filter: UserFilter, cursor: string | null, signal: AbortSignal) =>
  request(decodeUsers, `/platform/users${query({ ...filter, limit: 100, cursor })}`, { signal })

export const findPlatformUser = (id: string, signal: AbortSignal) =>
  request(decodeUser, `/platform/users/${encodeURIComponent(id)}`, { signal })

/** Fills an empty platform with two databases to try imports with; refused where there are others. */
export const createSamplePlatform = async (): Promise<void> => {
  await send("/platform/sample", { method: "POST" })
}
