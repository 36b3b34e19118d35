/** What is known of each request while it is served. */
export interface AppEnv {
  Variables: {
    requestId: string
    /** The pattern of the path that was asked for, never the path itself. */
    route: string
  }
}
