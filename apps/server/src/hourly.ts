import { Effect, Schedule } from "effect"

/** Does something now and every hour in the background; an hour in which it fails is told and let be. */
export const hourly = <A, E, R>(name: string, work: Effect.Effect<A, E, R>) =>
  work.pipe(
    Effect.catch((error) => Effect.logWarning(`${name} failed, to be tried again in an hour`, error)),
    Effect.repeat(Schedule.spaced("1 hour")),
    Effect.forkScoped,
  )
