import { randomInt } from "node:crypto"
import { readFile, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { join } from "node:path"
import { Effect } from "effect"
import { attempt, EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"

/**
 * A free TCP port on 127.0.0.1: the one kept in `<dataDir>/port` if it is free, else another, kept from now on.
 * Ports are drawn from 20000-29999, from which no system takes the near end of outgoing connections, so that
 * the port is still free when the server must be started again.
 */
export const choosePort = Effect.fnUntraced(function* (dataDir: string) {
  const file = join(dataDir, "port")
  const kept = Number(yield* Effect.promise(() => readFile(file, "utf8").catch(() => "")))
  if (Number.isInteger(kept) && kept > 1023 && kept < 65536 && (yield* isFree(kept))) return kept
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(20_000, 30_000)
    if (yield* isFree(port)) {
      yield* attempt("The data folder cannot be written", () => writeFile(file, String(port)))
      return port
    }
  }
  return yield* new EmbeddedPostgresFailed({ reason: "No free port was found on 127.0.0.1 for PostgreSQL." })
})

const isFree = (port: number) =>
  Effect.callback<boolean>((resume) => {
    const probe = createServer()
    probe.once("error", () => resume(Effect.succeed(false)))
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () =>
      probe.close(() => resume(Effect.succeed(true))),
    )
  })
