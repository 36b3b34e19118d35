import { join } from "node:path"
import { Effect, Redacted } from "effect"
import postgres from "postgres"
import { EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"
import { endLeftOvers } from "./endLeftOvers.ts"
import type { Installation } from "./initialisePostgres.ts"
import { dataArgument } from "./RunAs.ts"
import { logServerLine, serverLogLine } from "./serverLogLine.ts"
import { asArguments, serverSettings } from "./serverSettings.ts"
import { spawnTied } from "./spawnTied.ts"

/**
 * Starts the server on an initialised `folder` and waits until it answers at `url`, at most 60 s (it may have
 * to repair itself first). `ended` comes when it ends by itself. Closing the scope stops it: fast shutdown,
 * immediate after 10 s.
 */
export const runServer = Effect.fnUntraced(function* (
  installation: Installation,
  folder: string,
  port: number,
  url: Redacted.Redacted<string>,
) {
  const { binaries, runAs, durable } = installation
  yield* endLeftOvers(folder)
  const services = yield* Effect.context<never>()
  const recent: Array<string> = []
  const server = yield* spawnTied(
    join(binaries, "postgres"),
    ["-D", dataArgument(folder, runAs), ...asArguments(serverSettings({ port, durable }))],
    {
      cwd: folder,
      runAs,
      onLine: (written) => {
        const line = serverLogLine(written.replaceAll(dataArgument(folder, runAs), folder))
        if (line === undefined) return
        recent.push(line)
        if (recent.length > 5) recent.shift()
        Effect.runForkWith(services)(logServerLine(line))
      },
    },
  )
  const ended = server.exited.pipe(
    Effect.map(
      (code) =>
        new EmbeddedPostgresFailed({
          reason: `Muster's own PostgreSQL ended by itself (code ${code}). Its last words: ${recent.join(" ")}`,
        }),
    ),
    Effect.catch((failure) => Effect.succeed(failure)),
  )
  yield* Effect.raceFirst(awaitAnswer(url), Effect.flip(ended))
  return { ended }
})

const awaitAnswer = Effect.fnUntraced(function* (url: Redacted.Redacted<string>) {
  const deadline = Date.now() + 60_000
  for (;;) {
    const refusal = yield* Effect.promise(() => knock(url))
    if (refusal === undefined) return
    if (Date.now() > deadline || isFinal(refusal)) {
      return yield* new EmbeddedPostgresFailed({ reason: explain(refusal) })
    }
    yield* Effect.sleep("50 millis")
  }
})

/** One real connection and query; the error if there is one. */
const knock = async (url: Redacted.Redacted<string>): Promise<NodeJS.ErrnoException | undefined> => {
  const sql = postgres(Redacted.value(url), { max: 1, connect_timeout: 5, fetch_types: false })
  try {
    await sql`select 1`
    return undefined
  } catch (cause) {
    return cause as NodeJS.ErrnoException
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** The server's own refusals last, save 57P03: it is starting. */
const isFinal = ({ code }: NodeJS.ErrnoException) =>
  code !== undefined && /^[0-9A-Z]{5}$/.test(code) && code !== "57P03"

const explain = ({ code, message }: NodeJS.ErrnoException) =>
  code === "28P01"
    ? "Muster's own PostgreSQL does not accept the password in the data folder. Remove the file `password` " +
      "there and start again: Muster then sets a new one."
    : `Muster's own PostgreSQL does not answer: ${message}`
