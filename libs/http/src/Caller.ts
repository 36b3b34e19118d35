import type { Actor } from "@muster/domain/rights/Actor"

/** Whoever sends a request. */
export interface Caller {
  readonly actor: Actor
  /** When the person at the browser signed in, in milliseconds since 1970; null for a key, and for nobody. */
  readonly signedInAt: number | null
  /** The session of the person at the browser; null for a key, and for nobody. */
  readonly sessionId: string | null
  /** The network address the request comes from, empty where it is not known. */
  readonly address: string
}

/** Somebody not known, on a call that everybody may make. */
export const nobody: Actor = {
  id: "nobody",
  userId: null,
  platformRole: "none",
  administers: [],
  key: { scope: "read", databaseId: null },
}
