import { Schema } from "effect"
import type { Connection } from "./Connection.ts"
import { request } from "./request.ts"

const CaughtMails = Schema.Struct({
  caught: Schema.Boolean,
  items: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      to: Schema.String,
      subject: Schema.String,
      text: Schema.String,
      at: Schema.Int,
    }),
  ),
})
/** Mail that was kept instead of sent, newest first; `caught` is false where it is really sent. */
export type CaughtMails = typeof CaughtMails.Type

const decode = Schema.decodeUnknownSync(CaughtMails)

export const listCaughtMails = (
  connection: Connection,
  signal: AbortSignal | null = null,
): Promise<CaughtMails> => request(connection, decode, "/caught-mails", { signal })
