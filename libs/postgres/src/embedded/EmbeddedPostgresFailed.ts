import { Effect, Schema } from "effect"

/**
 * The PostgreSQL that Muster runs itself could not be made, started or kept running.
 * `reason` is a sentence for the operator; it holds no password and no cell of any file.
 */
export class EmbeddedPostgresFailed extends Schema.TaggedError<EmbeddedPostgresFailed>()(
  "EmbeddedPostgresFailed",
  { reason: Schema.String },
) {
  override get message(): string {
    return this.reason
  }
}

/** Runs a promise of the file system or the driver; a rejection becomes "`what`: its message". */
export const attempt = <A>(what: string, run: () => Promise<A>): Effect.Effect<A, EmbeddedPostgresFailed> =>
  Effect.tryPromise({
    try: run,
    catch: (cause) =>
      new EmbeddedPostgresFailed({ reason: `${what}: ${cause instanceof Error ? cause.message : cause}` }),
  })
