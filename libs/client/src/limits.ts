import { Schema } from "effect"
import type { Connection } from "./Connection.ts"
import { Refusal, request } from "./request.ts"

const decodeLimits = Schema.decodeUnknownSync(
  Schema.Struct({ maxRows: Schema.Int, maxBytes: Schema.Int, undoDays: Schema.Int }),
)

/** How many rows and bytes a file may have, and for how many days an import can be undone; null from a server that does not say. */
export const findLimits = (connection: Connection, signal: AbortSignal | null = null) =>
  request(connection, decodeLimits, "/limits", { signal }).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) return null
    throw error
  })
