import { Context, type Effect } from "effect"
import type { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"

/** A session, by the cookie that came with a request. Times in milliseconds since 1970. */
export interface Session {
  readonly id: string
  readonly userId: string
  readonly signedInAt: number
  readonly lastUsedAt: number
  /** Whether the user signs in with a second factor. */
  readonly secondFactor: boolean
}

/** Knows people by OpenID Connect; they are users by the e-mail that it has verified. */
export interface Provider {
  /** As users know it. */
  readonly name: string
  /** Where to send the browser, and the cookie by which its return is known; null where it does not answer. */
  readonly leave: (headers: Headers) => Asked<{ readonly url: string; readonly cookie: string } | null>
  /**
   * Takes the browser that it has sent back: the cookie of a new session, or what was wrong. `unknown`: no
   * active user has the e-mail, or the provider has not verified it.
   */
  readonly enter: (
    query: URLSearchParams,
    headers: Headers,
  ) => Asked<{ readonly cookie: string } | "cancelled" | "unknown" | "failed">
}

/** Knows who sits at a browser, by its cookie. Cookies are the values of `Set-Cookie`. */
export class SignIn extends Context.Service<
  SignIn,
  {
    /**
     * The cookie of a new session, or what is wrong: e-mail (its canonical key) and password do not belong
     * together, or a code of the second factor is needed or wrong.
     */
    readonly signIn: (
      emailKey: string,
      password: string,
      code: string | null,
      headers: Headers,
    ) => Asked<{ readonly cookie: string } | "wrong" | "codeNeeded" | "codeWrong">
    readonly sessionOf: (headers: Headers) => Asked<Session | null>
    /** The cookie that makes the browser forget its session. */
    readonly forget: (headers: Headers) => Asked<string | null>
    /** Whether it is the password of whoever has the session. */
    readonly holdsPassword: (password: string, headers: Headers) => Asked<boolean>
    /** Begins to set up a second factor; null where the password is wrong, or there is one already. */
    readonly enrol: (
      password: string,
      headers: Headers,
    ) => Asked<{ readonly uri: string; readonly recoveryCodes: ReadonlyArray<string> } | null>
    /** Ends the setting up by a first code: the cookie of a session in place of this one, null for a wrong code. */
    readonly confirm: (code: string, headers: Headers) => Asked<string | null>
    /** Does without a second factor: the cookie of a session in place of this one, null for a wrong password. */
    readonly turnOff: (password: string, headers: Headers) => Asked<string | null>
    /** The provider of identities that people may sign in with; null where there is none. */
    readonly provider: Provider | null
  }
>()("@muster/http/SignIn") {}

type Asked<A> = Effect.Effect<A, StoreUnavailable>
