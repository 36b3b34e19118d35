import { Schema } from "effect"
import type { Connection } from "./Connection.ts"
import { request } from "./request.ts"

const Standing = Schema.Struct({
  created: Schema.Int,
  notInvited: Schema.Int,
  waiting: Schema.Int,
  delivered: Schema.Int,
  bounced: Schema.Int,
  accepted: Schema.Int,
})
/** How far the users that an import created have come. */
export type Standing = typeof Standing.Type

const decode = Schema.decodeUnknownSync(Standing)
const within = (importId: string) => `/platform/imports/${encodeURIComponent(importId)}`

export const readInvitations = (
  connection: Connection,
  importId: string,
  signal: AbortSignal | null = null,
) => request(connection, decode, `${within(importId)}/invitations`, { signal })

/** Invites everybody the import created who has not been invited by it and has no password. */
export const inviteImported = (connection: Connection, importId: string) =>
  request(connection, decode, `${within(importId)}/invite`, { method: "POST" })
