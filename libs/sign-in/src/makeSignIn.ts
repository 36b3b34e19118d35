import { sessionCookie, signInLibrary, type SignInOptions } from "./signInLibrary.ts"

/** A session, by the cookie that came with a request. Times in milliseconds since 1970. */
export interface Session {
  readonly id: string
  readonly userId: string
  readonly signedInAt: number
  readonly lastUsedAt: number
  /** Whether the user signs in with a second factor. */
  readonly secondFactor: boolean
}

/** How a sign-in went; the cookie is the session's. */
export type SignInOutcome = { readonly cookie: string } | "wrong" | "codeNeeded" | "codeWrong"

/** What a user needs to set up a second factor; both are shown this once. */
export interface Enrolment {
  /** `otpauth:` (Key URI Format), for an authenticator app. */
  readonly uri: string
  readonly recoveryCodes: ReadonlyArray<string>
}

/** Sign-in by password and second factor, over the sign-in library. */
export const makeSignIn = (options: SignInOptions) => {
  const { api } = signInLibrary(options)
  const cookie = sessionCookie(options.secure)

  /** The session's cookie that the library answers with; null where it refused. */
  const cookieOf = (response: Response): string | null => {
    refuseFailure(response)
    return (
      (response.ok ? response.headers.getSetCookie() : []).find((one) => one.startsWith(`${cookie}=`)) ?? null
    )
  }
  /** Holds a code against the second factor, or against the recovery codes, of which it uses one up. */
  const verifyCode = (code: string, headers: Headers) =>
    /^\d{6}$/.test(code)
      ? api.verifyTOTP({ body: { code }, headers, asResponse: true })
      : api.verifyBackupCode({ body: { code }, headers, asResponse: true })

  return {
    /** Takes as long for users who are not there as for those who are. */
    signIn: async (
      emailKey: string,
      password: string,
      code: string | null,
      headers: Headers,
    ): Promise<SignInOutcome> => {
      const response = await api.signInEmail({
        body: { email: emailKey, password },
        headers,
        asResponse: true,
      })
      const given = cookieOf(response)
      if (!response.ok || given === null) return "wrong"
      const answer: unknown = await response.json()
      const asksForCode = typeof answer === "object" && answer !== null && "twoFactorRedirect" in answer
      if (!asksForCode) return { cookie: given }
      if (code === null) return "codeNeeded"
      const verified = cookieOf(await verifyCode(code, withCookies(headers, response)))
      return verified === null ? "codeWrong" : { cookie: verified }
    },
    sessionOf: async (headers: Headers): Promise<Session | null> => {
      const found = await api.getSession({ headers })
      return (
        found && {
          id: found.session.id,
          userId: found.session.userId,
          signedInAt: found.session.createdAt.getTime(),
          lastUsedAt: found.session.updatedAt.getTime(),
          secondFactor: found.user.twoFactorEnabled === true,
        }
      )
    },
    /** A cookie that makes the browser forget its session. */
    forget: async (headers: Headers) => cookieOf(await api.signOut({ headers, asResponse: true })),
    /** Whether it is the password of whoever has the session. */
    holdsPassword: async (password: string, headers: Headers) =>
      succeeds(await api.verifyPassword({ body: { password }, headers, asResponse: true })),
    /** Begins to set up a second factor; null where the password is wrong, or there is one already. */
    enrol: async (password: string, headers: Headers): Promise<Enrolment | null> => {
      const response = await api.enableTwoFactor({ body: { password }, headers, asResponse: true })
      if (!succeeds(response)) return null
      const made = (await response.json()) as { totpURI: string; backupCodes: ReadonlyArray<string> }
      return { uri: made.totpURI, recoveryCodes: made.backupCodes }
    },
    /** Ends the setting up by a first code; the cookie is of the session that takes the place of this one. */
    confirm: async (code: string, headers: Headers) =>
      cookieOf(await api.verifyTOTP({ body: { code }, headers, asResponse: true })),
    /** Does without a second factor; null where the password is wrong. */
    turnOff: async (password: string, headers: Headers) =>
      cookieOf(await api.disableTwoFactor({ body: { password }, headers, asResponse: true })),
  }
}

const succeeds = (response: Response): boolean => {
  refuseFailure(response)
  return response.ok
}

const refuseFailure = (response: Response): void => {
  if (response.status >= 500) throw new Error("The sign-in library failed.")
}

/** The request's headers with the cookies that an answer sets, in place of those it came with. */
const withCookies = (headers: Headers, response: Response): Headers => {
  const next = new Headers(headers)
  const set = response.headers.getSetCookie().filter((one) => !/max-age=0/i.test(one))
  next.set("cookie", set.map((one) => one.split(";")[0]).join("; "))
  return next
}
