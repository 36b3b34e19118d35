import {
  providerId,
  sessionCookie,
  signInLibrary,
  type IdentityProvider,
  type SignInOptions,
} from "./signInLibrary.ts"

/** Where to send the browser, and the cookie by which its return is known. */
export interface Departure {
  readonly url: string
  readonly cookie: string
}

/** How a return went; the cookie is the session's. */
export type Return = { readonly cookie: string } | "cancelled" | "unknown" | "failed"

/** Sign-in by a provider of identities (OpenID Connect Core 1.0, code flow with PKCE), over the sign-in library. */
export const makeProviderSignIn = (options: SignInOptions, provider: IdentityProvider) => {
  let library: ReturnType<typeof signInLibrary> | null = null
  /** Made when first needed, and anew until the provider has told what it is: it may start after Muster. */
  const ready = async () => {
    library ??= signInLibrary(options, provider)
    const made = library
    const { socialProviders } = await made.$context
    if (socialProviders.length > 0) return made.api
    if (library === made) library = null
    return null
  }

  return {
    /** Null where the provider does not answer. */
    leave: async (headers: Headers): Promise<Departure | null> => {
      const api = await ready()
      if (api === null) return null
      const response = await api.signInSocial({
        body: { provider: providerId, callbackURL: "/", errorCallbackURL: "/" },
        headers,
        asResponse: true,
      })
      const answer: unknown = response.ok ? await response.json() : null
      const [cookie] = response.headers.getSetCookie()
      return hasUrl(answer) && cookie !== undefined ? { url: answer.url, cookie } : null
    },
    /** `query` is what the provider sent the browser back with, `headers` those of the browser's request. */
    enter: async (query: URLSearchParams, headers: Headers): Promise<Return> => {
      const api = await ready()
      if (api === null) return "failed"
      const response = await api.callbackOAuth({
        params: { id: providerId },
        query: Object.fromEntries(query),
        headers,
        asResponse: true,
      })
      const fault = new URL(response.headers.get("location") ?? "/?error=none", "http://localhost")
        .searchParams
      const name = sessionCookie(options.secure)
      const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${name}=`))
      if (cookie !== undefined && !fault.has("error")) return { cookie }
      return faults[fault.get("error") ?? ""] ?? "failed"
    },
  }
}

/** What the library, or the provider (RFC 6749, 4.1.2.1), calls what went wrong. */
const faults: Readonly<Record<string, Return>> = {
  access_denied: "cancelled",
  signup_disabled: "unknown",
  account_not_linked: "unknown",
  unable_to_link_account: "unknown",
  email_not_found: "unknown",
}

const hasUrl = (answer: unknown): answer is { readonly url: string } =>
  typeof answer === "object" && answer !== null && "url" in answer && typeof answer.url === "string"
