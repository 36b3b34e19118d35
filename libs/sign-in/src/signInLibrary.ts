import { drizzleAdapter } from "@better-auth/drizzle-adapter"
import { emailKey } from "@muster/domain/model/emailKey"
import { passwordLength } from "@muster/domain/rights/passwordFault"
import { betterAuth } from "better-auth"
import { genericOAuth, type GenericOAuthConfig } from "better-auth/plugins/generic-oauth"
import { twoFactor } from "better-auth/plugins/two-factor"
import { randomUUID } from "node:crypto"
import { hashPassword, verifyPassword } from "./argon2Password.ts"

export interface SignInOptions {
  /** A Drizzle database and the tables that the library keeps its own in, by its names for them. */
  readonly store: {
    readonly db: Parameters<typeof drizzleAdapter>[0]
    readonly schema: Record<string, unknown>
  }
  /** What cookies are signed and second factors encrypted with; the same in every process on one store. */
  readonly secret: string
  /** Browsers reach Muster by HTTPS: cookies are kept for it alone. */
  readonly secure: boolean
}

/** A provider that knows people by OpenID Connect. */
export interface IdentityProvider {
  /** Where it publishes what it is (OpenID Connect Discovery 1.0, 4), below `/.well-known`. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Muster's address that it sends browsers back to. */
  readonly returnTo: string
}

/** What the library calls the one provider there is, in `sign_ins` too. */
export const providerId = "oidc"

/** The name of the session's cookie. */
export const sessionCookie = (secure: boolean): string => (secure ? "__Host-muster" : "muster")

const hours = 3600

/**
 * better-auth: it holds passwords and second factors against what is stored, and makes and finds sessions. Users
 * are found by the canonical key of their e-mail; it makes none. With a provider it learns from there, when it is
 * made, what the provider is.
 */
export const signInLibrary = ({ store, secret, secure }: SignInOptions, provider?: IdentityProvider) =>
  betterAuth({
    appName: "Muster",
    baseURL: "http://localhost",
    secret,
    database: drizzleAdapter(store.db, { provider: "pg", schema: store.schema, transaction: false }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max * 4,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: 12 * hours, disableSessionRefresh: true, cookieCache: { enabled: false } },
    account: {
      storeStateStrategy: "cookie",
      // Known by the provider's own id for them after the first time, and then only by that.
      accountLinking: { enabled: true, trustedProviders: [] },
      updateAccountOnSignIn: false,
    },
    databaseHooks: {
      account: { create: { before: async (account) => ({ data: { ...account, ...withoutTokens } }) } },
    },
    plugins: [twoFactor(), genericOAuth({ config: provider ? [configOf(provider)] : [] })],
    advanced: {
      cookiePrefix: "muster",
      defaultCookieAttributes: { httpOnly: true, secure },
      // The API's own guard refuses other origins before anything gets here.
      disableOriginCheck: true,
      disableCSRFCheck: true,
      useSecureCookies: false,
      database: { generateId: () => randomUUID() },
      cookies: {
        session_token: {
          name: sessionCookie(secure),
          attributes: { httpOnly: true, sameSite: "strict", secure, path: "/" },
        },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

/** Muster asks the provider who somebody is and nothing more: what would let it ask again is not kept. */
const withoutTokens = { accessToken: null, refreshToken: null, idToken: null }

const configOf = ({ issuer, clientId, clientSecret, returnTo }: IdentityProvider): GenericOAuthConfig => ({
  providerId,
  clientId,
  clientSecret,
  discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  redirectURI: returnTo,
  scopes: ["openid", "email"],
  pkce: true,
  requireIdTokenVerification: true,
  disableSignUp: true,
  mapProfileToUser: ({ email }) => ({ email: (typeof email === "string" && emailKey(email)) || null }),
})
