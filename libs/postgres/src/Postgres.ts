import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { Context, Effect, Layer, Pool, Schedule } from "effect"
import { openConnection, type Connection, type ConnectionOptions, type Statements } from "./openConnection.ts"
import { ConstraintViolated, Contended, failureOf, PostgresFault } from "./PostgresFailure.ts"

export interface PostgresOptions extends ConnectionOptions {
  /** How many connections at most; 10 by default. */
  readonly connections?: number
  /** For how many seconds a statement waits for one that is free; 5 by default. */
  readonly waitSeconds?: number
}

/**
 * The one entrance to PostgreSQL. A statement that meets a deadlock is repeated up to five times; one that
 * is interrupted is waited for; one that finds no free connection for long is not sent. No error tells a parameter or a row.
 */
export class Postgres extends Context.Service<
  Postgres,
  {
    /** Sends one statement; a constraint in its way is a defect. */
    readonly run: <A>(statement: (db: Statements) => PromiseLike<A>) => Effect.Effect<A, StoreUnavailable>
    /** Sends one statement that may meet a constraint. */
    readonly attempt: <A>(
      statement: (db: Statements) => PromiseLike<A>,
    ) => Effect.Effect<A, ConstraintViolated | StoreUnavailable>
    /** Sends one statement that a library wrote; its rows are answered as arrays. */
    readonly values: (
      ...statement: Parameters<Connection["values"]>
    ) => Effect.Effect<ReadonlyArray<ReadonlyArray<unknown>>, ConstraintViolated | StoreUnavailable>
  }
>()("@muster/postgres/Postgres") {
  static readonly layer = (options: PostgresOptions): Layer.Layer<Postgres> =>
    Layer.effect(Postgres, make(options))
}

const make = Effect.fnUntraced(function* (options: PostgresOptions) {
  const connections = yield* Pool.make({
    acquire: openConnection(options),
    size: options.connections ?? 10,
  })
  const limit = ((options.statementSeconds ?? 30) + 10) * 1000

  const freeConnection = Effect.timeoutOrElse(Pool.get(connections), {
    duration: `${options.waitSeconds ?? 5} seconds`,
    orElse: () => Effect.fail(new StoreUnavailable({ cause: new PostgresFault("CONNECTIONS_BUSY", "") })),
  })
  const send = <A>(statement: (connection: Connection) => PromiseLike<A>) =>
    Effect.flatMap(freeConnection, (connection) =>
      Effect.tryPromise({ try: () => within(limit, statement(connection)), catch: failureOf }).pipe(
        Effect.tapError((error) =>
          error instanceof StoreUnavailable ? Pool.invalidate(connections, connection) : Effect.void,
        ),
        Effect.uninterruptible,
      ),
    ).pipe(Effect.scoped)
  const sendPatiently = <A>(statement: (connection: Connection) => PromiseLike<A>) =>
    send(statement).pipe(
      Effect.retry({ schedule: soon, while: (error) => error instanceof Contended }),
      Effect.catch((error) =>
        error instanceof Contended
          ? Effect.fail(new StoreUnavailable({ cause: error.cause }))
          : error instanceof PostgresFault
            ? Effect.die(error)
            : Effect.fail(error),
      ),
    )
  const attempt = <A>(statement: (db: Statements) => PromiseLike<A>) =>
    sendPatiently(({ db }) => statement(db))
  return Postgres.of({
    attempt,
    values: (...statement) => sendPatiently(({ values }) => values(...statement)),
    run: (statement) => Effect.catchTag(attempt(statement), "ConstraintViolated", Effect.die),
  })
})

const soon = Schedule.exponential("10 millis").pipe(Schedule.jittered, Schedule.upTo({ times: 5 }))

/** PostgreSQL ends long statements itself; this is for when it cannot be heard any more. */
const within = <A>(millis: number, answer: PromiseLike<A>): Promise<A> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new PostgresFault("TIME_LIMIT", "")), millis)
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer))
}
