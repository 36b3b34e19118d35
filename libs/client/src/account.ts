import { Schema } from "effect"
import { UserSession } from "@muster/domain/model/UserSession"
import type { Connection } from "./Connection.ts"
import { json, request, send } from "./request.ts"

const Account = Schema.Struct({
  secondFactor: Schema.Boolean,
  sessions: Schema.Array(Schema.Struct({ ...UserSession.fields, current: Schema.Boolean })),
})
/** The reader's own sign-in. */
export type Account = typeof Account.Type

const Enrolment = Schema.Struct({ uri: Schema.String, recoveryCodes: Schema.Array(Schema.String) })
/** What an authenticator app needs, and the codes that stand in for it; told this once. */
export type Enrolment = typeof Enrolment.Type

const decodeAccount = Schema.decodeUnknownSync(Account)
const decodeEnrolment = Schema.decodeUnknownSync(Enrolment)

export const readAccount = (connection: Connection, signal: AbortSignal | null = null): Promise<Account> =>
  request(connection, decodeAccount, "/account", { signal })

/** Ends every other session and every API key of the reader's. */
export const changePassword = async (
  connection: Connection,
  password: string,
  newPassword: string,
): Promise<void> => {
  await send(connection, "/account/password", json("POST", { password, newPassword }))
}

export const endSession = async (connection: Connection, id: string): Promise<void> => {
  await send(connection, `/account/sessions/${encodeURIComponent(id)}`, { method: "DELETE" })
}

/** Ends all sessions, this one too. */
export const endSessions = async (connection: Connection): Promise<void> => {
  await send(connection, "/account/sessions", { method: "DELETE" })
}

export const enrolSecondFactor = (connection: Connection, password: string): Promise<Enrolment> =>
  request(connection, decodeEnrolment, "/account/second-factor", json("POST", { password }))

export const confirmSecondFactor = async (connection: Connection, code: string): Promise<void> => {
  await send(connection, "/account/second-factor/confirm", json("POST", { code }))
}

export const turnSecondFactorOff = async (connection: Connection, password: string): Promise<void> => {
  await send(connection, "/account/second-factor/off", json("POST", { password }))
}
