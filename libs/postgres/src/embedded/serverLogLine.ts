import { Effect } from "effect"

/**
 * What may be told of a line that the server wrote to standard error, or undefined. Even the quietest settings
 * add the statement to a PANIC: lines of detail, and the indented ones that continue a line, are left out, as
 * are the refusals that our own knocking provokes while the server starts.
 */
export const serverLogLine = (line: string): string | undefined =>
  /^(\t|STATEMENT:|QUERY:|CONTEXT:|DETAIL:|HINT:|LOCATION:)/.test(line) ||
  /^FATAL: +the database system is (starting up|not yet accepting connections|in recovery)/.test(line)
    ? undefined
    : line

/** Hands a line on: ordinary life (LOG) for debugging, PANIC as an error, the rest as a warning. */
export const logServerLine = (line: string): Effect.Effect<void> => {
  const [, severity, text] = /^([A-Z]+): +(.*)$/.exec(line) ?? [undefined, "LOG", line]
  const log =
    severity === "LOG" ? Effect.logDebug : severity === "PANIC" ? Effect.logError : Effect.logWarning
  return log(`PostgreSQL: ${text}`)
}
