import { Context, type Effect } from "effect"
import type { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"

/** A session, by the cookie that came with a request. */
export interface Session {
  readonly userId: string
  /** When the user signed in, in milliseconds since 1970. */
  readonly signedInAt: number
}

/** Knows who sits at a browser, by its cookie. Cookies are the values of `Set-Cookie`. */
export class SignIn extends Context.Service<
  SignIn,
  {
    /** The cookie of a new session; null where e-mail (its canonical key) and password do not belong together. */
    readonly signIn: (
      emailKey: string,
      password: string,
      headers: Headers,
    ) => Effect.Effect<string | null, StoreUnavailable>
    readonly sessionOf: (headers: Headers) => Effect.Effect<Session | null, StoreUnavailable>
    /** Ends the session; the cookie makes the browser forget it. */
    readonly signOut: (headers: Headers) => Effect.Effect<string | null, StoreUnavailable>
  }
>()("@muster/http/SignIn") {}
