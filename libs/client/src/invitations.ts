import { Standing } from "@muster/domain/model/Standing"
import { Schema } from "effect"
import type { Connection } from "./Connection.ts"
import { request } from "./request.ts"

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
