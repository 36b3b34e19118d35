import { drizzleAdapter } from "@better-auth/drizzle-adapter"
import { passwordLength } from "@muster/domain/rights/passwordFault"
import { betterAuth } from "better-auth"
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

/** The name of the session's cookie. */
export const sessionCookie = (secure: boolean): string => (secure ? "__Host-muster" : "muster")

const hours = 3600

/**
 * better-auth: it holds passwords and second factors against what is stored, and makes and finds sessions. Users
 * are found by the canonical key of their e-mail; it makes none.
 */
export const signInLibrary = ({ store, secret, secure }: SignInOptions) =>
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
    plugins: [twoFactor()],
    advanced: {
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
