import { Effect } from "effect"
import postgres from "postgres"

/** The rows of one statement over a connection of its own; fails with the driver's error. */
export const query = (url: string, statement: string) =>
  Effect.tryPromise({
    try: async (): Promise<ReadonlyArray<Record<string, unknown>>> => {
      const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
      try {
        return (await sql.unsafe(statement)).map((row) => ({ ...row }))
      } finally {
        await sql.end({ timeout: 1 })
      }
    },
    catch: (cause) => cause as Error,
  })
