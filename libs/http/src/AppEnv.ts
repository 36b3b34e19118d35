/** What is known of each request while it is served. */
export interface AppEnv {
  /** What the server gives along; absent where the app is asked without one. */
  Bindings?: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string } } }
  Variables: {
    requestId: string
    /** The pattern of the path that was asked for, never the path itself. */
    route: string
  }
}
