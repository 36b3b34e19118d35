import { drizzleAdapter } from "@better-auth/drizzle-adapter"
import { passwordLength } from "@muster/domain/rights/passwordFault"
import { betterAuth } from "better-auth"
import { randomUUID } from "node:crypto"
import { hashPassword, verifyPassword } from "./argon2Password.ts"

export interface SignInOptions {
  /** A Drizzle database and the tables that the library keeps its own in, by its names for them. */
  readonly store: {
    readonly db: Parameters<typeof drizzleAdapter>[0]
    readonly schema: Record<string, unknown>
  }
  /** What cookies are signed with; the same in every process on one store. */
  readonly secret: string
  /** Browsers reach Muster by HTTPS: cookies are kept for it alone. */
  readonly secure: boolean
}

/** A session, by the cookie that came with a request. */
export interface Session {
  readonly userId: string
  /** When the user signed in, in milliseconds since 1970. */
  readonly signedInAt: number
}

const hours = 3600

/**
 * Sign-in by better-auth: it holds passwords against their hashes, and makes, finds and ends sessions. Users
 * are found by the canonical key of their e-mail; it makes none.
 */
export const makeSignIn = ({ store, secret, secure }: SignInOptions) => {
  const cookie = secure ? "__Host-muster" : "muster"
  const auth = betterAuth({
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
    advanced: {
      // The API's own guard refuses other origins before anything gets here.
      disableOriginCheck: true,
      disableCSRFCheck: true,
      useSecureCookies: false,
      database: { generateId: () => randomUUID() },
      cookies: {
        session_token: {
          name: cookie,
          attributes: { httpOnly: true, sameSite: "strict", secure, path: "/" },
        },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

  /** The session's cookie that the library answers with; null where it refused. */
  const cookieOf = (response: Response): string | null => {
    if (response.status >= 500) throw new Error("The sign-in library failed.")
    return (
      (response.ok ? response.headers.getSetCookie() : []).find((one) => one.startsWith(`${cookie}=`)) ?? null
    )
  }

  return {
    /** The cookie of a new session; null where the two do not belong together, as long as that takes to find out. */
    signIn: async (emailKey: string, password: string, headers: Headers) =>
      cookieOf(
        await auth.api.signInEmail({ body: { email: emailKey, password }, headers, asResponse: true }),
      ),
    sessionOf: async (headers: Headers): Promise<Session | null> => {
      const found = await auth.api.getSession({ headers })
      return found && { userId: found.session.userId, signedInAt: found.session.createdAt.getTime() }
    },
    /** Ends the session; the cookie makes the browser forget it. */
    signOut: async (headers: Headers) => cookieOf(await auth.api.signOut({ headers, asResponse: true })),
  }
}

export type SignIn = ReturnType<typeof makeSignIn>
