import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js"
import { Redacted } from "effect"
import postgres from "postgres"
import { isStorable } from "./isStorable.ts"
import { PostgresFault } from "./PostgresFailure.ts"

export interface PoolOptions {
  readonly url: Redacted.Redacted<string>
  /** How many connections at most; 10 by default. */
  readonly connections?: number
  /** Seconds a statement may take, and wait for a lock: 30 and 5 by default. */
  readonly statementSeconds?: number
  readonly lockSeconds?: number
}

/**
 * Drizzle without what this driver cannot keep: its transactions of several statements fall apart when the
 * connection dies midway. Every change of state is one statement.
 */
export type Db = Omit<PostgresJsDatabase, "transaction" | "$client">

export interface Pool {
  readonly db: Db
  /** Ends the connections; statements under way get as many seconds. */
  readonly close: (seconds: number) => Promise<void>
}

/** A pool of connections; none is opened before the first statement. */
export const openPool = (options: PoolOptions): Pool => {
  const client = postgres(Redacted.value(options.url), {
    max: options.connections ?? 10,
    connect_timeout: 5,
    max_lifetime: 30 * 60,
    onnotice: () => undefined,
    // The driver's look-up of types is a promise nobody holds: a connection that dies in it ends the process.
    fetch_types: false,
    ...oneAtATime,
    connection: {
      application_name: "muster",
      TimeZone: "UTC",
      statement_timeout: (options.statementSeconds ?? 30) * 1000,
      lock_timeout: (options.lockSeconds ?? 5) * 1000,
      ...fullFirstWrite,
    },
  })
  const logger = { logQuery: (_: string, parameters: Array<unknown>) => refuseUnstorable(parameters) }
  return {
    db: drizzle(client, { casing: "snake_case", logger }),
    close: (seconds) => client.end({ timeout: seconds }),
  }
}

/** A statement sent after another one on a connection that is just breaking would never be answered. */
const oneAtATime = { max_pipeline: 0 }

/**
 * Bytes written to a connection that is just closing stay in the driver's buffer, and below 1,024 bytes the
 * first write of the next connection waits behind them for ever. So that write is longer: PostgreSQL hangs up
 * on the rubbish and the driver connects once more, clean.
 */
const fullFirstWrite = { "muster.padding": " ".repeat(1024) }

/** The driver would store a lone surrogate as another character, and PostgreSQL fails at NUL. */
const refuseUnstorable = (parameters: ReadonlyArray<unknown>) => {
  if (parameters.some((one) => typeof one === "string" && !isStorable(one)))
    throw new PostgresFault("UNSTORABLE_TEXT", "")
}
