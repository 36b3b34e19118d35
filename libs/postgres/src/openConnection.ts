import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js"
import { Effect, Redacted, type Scope } from "effect"
import postgres from "postgres"
import { isStorable } from "./isStorable.ts"
import { PostgresFault } from "./PostgresFailure.ts"

export interface ConnectionOptions {
  readonly url: Redacted.Redacted<string>
  /** Seconds a statement may take, and wait for a lock: 30 and 5 by default. */
  readonly statementSeconds?: number
  readonly lockSeconds?: number
}

/**
 * Drizzle without what this driver cannot keep: its transactions of several statements fall apart when the
 * connection dies midway. Every change of state is one statement.
 */
export type Statements = Omit<PostgresJsDatabase, "transaction" | "$client">

export interface Connection {
  readonly db: Statements
  /** Sends a statement as text; its rows are answered as arrays. */
  readonly values: (
    text: string,
    parameters: ReadonlyArray<unknown>,
  ) => Promise<ReadonlyArray<ReadonlyArray<unknown>>>
}

/**
 * One connection, opened at its first statement and closed with the scope. It takes one statement at a time,
 * and none after one that failed for the connection's sake: the driver opens it anew, but keeps what it had
 * counted and not yet sent, so that later answers may miss rows or never come.
 */
export const openConnection = (options: ConnectionOptions): Effect.Effect<Connection, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() =>
      postgres(Redacted.value(options.url), {
        max: 1,
        connect_timeout: 5,
        max_lifetime: 30 * 60,
        onnotice: () => undefined,
        // The driver's look-up of types is a promise nobody holds: a connection that dies in it ends the process.
        fetch_types: false,
        connection: {
          application_name: "muster",
          TimeZone: "UTC",
          statement_timeout: (options.statementSeconds ?? 30) * 1000,
          lock_timeout: (options.lockSeconds ?? 5) * 1000,
          // Many short statements at once: what is asked for is in memory as a rule, and each keeps to one core.
          random_page_cost: 1.1,
          // The driver leaves out a number that is zero.
          max_parallel_workers_per_gather: "0",
        },
      }),
    ),
    (client) => Effect.promise(() => client.end({ timeout: 0 })),
  ).pipe(
    Effect.map((client) => ({
      db: drizzle(client, { casing: "snake_case", logger: { logQuery: refuseUnstorable } }),
      values: async (text, parameters) => {
        refuseUnstorable(text, parameters)
        return client.unsafe(text, [...parameters] as Array<string>).values()
      },
    })),
  )

/** The driver would store a lone surrogate as another character, and PostgreSQL fails at NUL. */
const refuseUnstorable = (_: string, parameters: ReadonlyArray<unknown>) => {
  if (parameters.some((one) => typeof one === "string" && !isStorable(one)))
    throw new PostgresFault("UNSTORABLE_TEXT", "")
}
