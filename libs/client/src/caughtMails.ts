import { Schema } from "effect"
import { CaughtMail } from "@muster/domain/model/CaughtMail"
import type { Connection } from "./Connection.ts"
import { request } from "./request.ts"

const CaughtMails = Schema.Struct({
  caught: Schema.Boolean,
  items: Schema.Array(CaughtMail),
})
/** Mail that was kept instead of sent, newest first; `caught` is false where it is really sent. */
export type CaughtMails = typeof CaughtMails.Type

const decode = Schema.decodeUnknownSync(CaughtMails)

export const listCaughtMails = (
  connection: Connection,
  signal: AbortSignal | null = null,
): Promise<CaughtMails> => request(connection, decode, "/caught-mails", { signal })
