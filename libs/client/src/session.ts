import { Schema } from "effect"
import { PlatformRole, PlatformUser } from "@muster/domain/model/PlatformUser"
import { actions, type Action } from "@muster/domain/rights/Action"
import type { Connection } from "./Connection.ts"
import { json, Refusal, request, send } from "./request.ts"

const Session = Schema.Struct({
  user: PlatformUser,
  platformRole: PlatformRole,
  administers: Schema.Array(Schema.String),
  may: Schema.Array(Schema.Literals(Object.keys(actions) as ReadonlyArray<Action>)),
})
/** A signed-in user, and what they may do on the platform. */
export type Session = typeof Session.Type

const decode = Schema.decodeUnknownSync(Session)

/** Who sits at this browser; null where nobody has signed in. */
export const readSession = async (
  connection: Connection,
  signal: AbortSignal | null = null,
): Promise<Session | null> => {
  try {
    return await request(connection, decode, "/session", { signal })
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null
    throw error
  }
}

/** Signs in with an e-mail or a username, and a code where `sign_in.code_needed` was answered without. */
export const signIn = (
  connection: Connection,
  identifier: string,
  password: string,
  code: string | null,
): Promise<Session> => request(connection, decode, "/session", json("POST", { identifier, password, code }))

export const signOut = async (connection: Connection): Promise<void> => {
  await send(connection, "/session", { method: "DELETE" })
}

interface FirstAdministrator {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly password: string
}

/** Makes the first super administrator by the token of the set-up link, and signs them in. */
export const setUp = (connection: Connection, token: string, person: FirstAdministrator): Promise<Session> =>
  request(connection, decode, "/set-up", json("POST", { token, ...person }))

/** Chooses a password by the token of a mailed link, and signs in. */
export const choosePassword = (connection: Connection, token: string, password: string): Promise<Session> =>
  request(connection, decode, "/password", json("POST", { token, password }))

/** Has a link sent to whoever has the e-mail or username, if somebody has. */
export const askForPasswordLink = async (connection: Connection, identifier: string): Promise<void> => {
  await send(connection, "/password-link", json("POST", { identifier }))
}

const Provider = Schema.Struct({ name: Schema.NullOr(Schema.String) })
const decodeProvider = Schema.decodeUnknownSync(Provider)

/** What users know the provider of identities by; null where there is none. */
export const readProviderName = async (
  connection: Connection,
  signal: AbortSignal | null = null,
): Promise<string | null> => (await request(connection, decodeProvider, "/session/provider", { signal })).name

const decodeDeparture = Schema.decodeUnknownSync(Schema.Struct({ url: Schema.String }))

/** Where the browser is to go to sign in with the provider of identities. */
export const leaveForProvider = async (connection: Connection): Promise<string> =>
  (await request(connection, decodeDeparture, "/session/provider", { method: "POST" })).url
