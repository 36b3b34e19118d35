import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { Context, Effect, Layer, Schedule } from "effect"
import { openPool, type Db, type Pool, type PoolOptions } from "./openPool.ts"
import { ConstraintViolated, Contended, failureOf, PostgresFault } from "./PostgresFailure.ts"

/**
 * The one entrance to PostgreSQL. A statement that meets a deadlock is repeated up to five times; one that
 * is interrupted is waited for. No error tells a parameter or a row.
 */
export class Postgres extends Context.Service<
  Postgres,
  {
    /** Sends one statement; a constraint in its way is a defect. */
    readonly run: <A>(statement: (db: Db) => PromiseLike<A>) => Effect.Effect<A, StoreUnavailable>
    /** Sends one statement that may meet a constraint. */
    readonly attempt: <A>(
      statement: (db: Db) => PromiseLike<A>,
    ) => Effect.Effect<A, ConstraintViolated | StoreUnavailable>
  }
>()("@muster/postgres/Postgres") {
  static readonly layer = (options: PoolOptions): Layer.Layer<Postgres> =>
    Layer.effect(Postgres, make(options))
}

const make = Effect.fnUntraced(function* (options: PoolOptions) {
  let pool = openPool(options)
  yield* Effect.addFinalizer(() => Effect.promise(() => pool.close(5)))
  const limit = ((options.statementSeconds ?? 30) + 10) * 1000

  /** A connection that does not answer would fail whoever gets it next: all are opened anew. */
  const leave = (broken: Pool) => {
    if (pool !== broken) return
    pool = openPool(options)
    void broken.close(limit / 1000)
  }
  const attempt = <A>(statement: (db: Db) => PromiseLike<A>) =>
    Effect.suspend(() => {
      const used = pool
      return Effect.tryPromise({ try: () => within(limit, statement(used.db)), catch: failureOf }).pipe(
        Effect.tapError((error) => Effect.sync(() => isSilence(error) && leave(used))),
      )
    }).pipe(
      Effect.retry({ schedule: soon, while: (error) => error instanceof Contended }),
      Effect.catch((error) =>
        error instanceof Contended
          ? Effect.fail(new StoreUnavailable({ cause: error.cause }))
          : error instanceof PostgresFault
            ? Effect.die(error)
            : Effect.fail(error),
      ),
      Effect.uninterruptible,
    )
  return Postgres.of({
    attempt,
    run: (statement) => Effect.catchTag(attempt(statement), "ConstraintViolated", Effect.die),
  })
})

const soon = Schedule.exponential("10 millis").pipe(Schedule.jittered, Schedule.upTo({ times: 5 }))

const isSilence = (error: ReturnType<typeof failureOf>) =>
  error instanceof StoreUnavailable &&
  error.cause instanceof PostgresFault &&
  (error.cause.code === timeLimit || error.cause.code === "CONNECT_TIMEOUT")

const timeLimit = "TIME_LIMIT"

/** PostgreSQL ends long statements itself; this is for when it cannot be heard any more. */
const within = <A>(millis: number, answer: PromiseLike<A>): Promise<A> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new PostgresFault(timeLimit, "")), millis)
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer))
}
