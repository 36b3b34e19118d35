import { Schema } from "effect"
import { PlatformRole, PlatformUser } from "@muster/domain/model/PlatformUser"
import { actions, type Action } from "@muster/domain/rights/Action"
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
export const readSession = async (signal: AbortSignal): Promise<Session | null> => {
  try {
    return await request(decode, "/session", { signal })
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null
    throw error
  }
}

/** Signs in with an e-mail or a username, and a code where `sign_in.code_needed` was answered without. */
export const signIn = (identifier: string, password: string, code: string | null): Promise<Session> =>
  request(decode, "/session", json("POST", { identifier, password, code }))

export const signOut = async (): Promise<void> => {
  await send("/session", { method: "DELETE" })
}

interface FirstAdministrator {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly password: string
}

/** Makes the first super administrator by the token of the set-up link, and signs them in. */
export const setUp = (token: string, person: FirstAdministrator): Promise<Session> =>
  request(decode, "/set-up", json("POST", { token, ...person }))

/** Chooses a password by the token of a mailed link, and signs in. */
export const choosePassword = (token: string, password: string): Promise<Session> =>
  request(decode, "/password", json("POST", { token, password }))

/** Has a link sent to whoever has the e-mail or username, if somebody has. */
export const askForPasswordLink = async (identifier: string): Promise<void> => {
  await send("/password-link", json("POST", { identifier }))
}

const Provider = Schema.Struct({ name: Schema.NullOr(Schema.String) })
const decodeProvider = Schema.decodeUnknownSync(Provider)

/** What users know the provider of identities by; null where there is none. */
export const readProviderName = async (signal: AbortSignal): Promise<string | null> =>
  (await request(decodeProvider, "/session/provider", { signal })).name

const decodeDeparture = Schema.decodeUnknownSync(Schema.Struct({ url: Schema.String }))

/** Where the browser is to go to sign in with the provider of identities. */
export const leaveForProvider = async (): Promise<string> =>
  (await request(decodeDeparture, "/session/provider", { method: "POST" })).url
