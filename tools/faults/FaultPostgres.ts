import { mkdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { chooseRunAs } from "@muster/postgres/embedded/RunAs"
import { choosePort } from "@muster/postgres/embedded/choosePort"
import { initialisePostgres, type Installation } from "@muster/postgres/embedded/initialisePostgres"
import { installedPackage, postgresBinaries } from "@muster/postgres/embedded/postgresBinaries"
import { runServer } from "@muster/postgres/embedded/runServer"
import postgres from "postgres"
import { Effect, Exit, Logger, Redacted, Scope } from "effect"

/** How PostgreSQL is ended: at once without a word, at once, or after its statements were broken off. */
export type PostgresEnd = "SIGKILL" | "SIGQUIT" | "SIGINT"

/** A PostgreSQL with fsync whose process is ours to end and to start again, on the same port and data. */
export class FaultPostgres {
  readonly port: number
  readonly #installation: Installation
  readonly #folder: string
  readonly #password: string
  #running: { readonly scope: Scope.Closeable; readonly ended: Promise<unknown> } | null = null

  private constructor(installation: Installation, folder: string, port: number, password: string) {
    this.#installation = installation
    this.#folder = folder
    this.port = port
    this.#password = password
  }

  /** Makes a PostgreSQL in a folder that is empty or not there, and starts it. */
  static async start(dataDir: string): Promise<FaultPostgres> {
    await rm(join(dataDir, "postgres"), { recursive: true, force: true })
    await mkdir(dataDir, { recursive: true })
    const password = crypto.randomUUID()
    const made = await Effect.runPromise(
      Effect.gen(function* () {
        const runAs = yield* chooseRunAs(join(dataDir, "postgres"))
        const binaries = yield* postgresBinaries(runAs, installedPackage)
        const installation = { binaries, runAs, durable: true }
        yield* initialisePostgres(installation, dataDir, Redacted.make(password))
        return { installation, port: yield* choosePort(dataDir) }
      }).pipe(Effect.scoped),
    )
    const one = new FaultPostgres(made.installation, join(dataDir, "postgres"), made.port, password)
    await one.start()
    return one
  }

  /** Where it is, by its own port or by that of a proxy before it. */
  url(port = this.port): string {
    return `postgres://muster:${this.#password}@127.0.0.1:${port}/muster`
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const scope = await Effect.runPromise(Scope.make())
    const run = runServer(this.#installation, this.#folder, this.port, Redacted.make(this.url()))
    const { ended } = await Effect.runPromise(
      run.pipe(Scope.provide(scope), Effect.provide(Logger.layer([]))),
    )
    const running = { scope, ended: Effect.runPromise(ended) }
    this.#running = running
    void running.ended.then(async () => {
      if (this.#running === running) await this.stop()
    })
  }

  /** Waits until it answers again after something that may have ended it, and starts it where it has. */
  async awaken(): Promise<void> {
    const sql = postgres(this.url(), { max: 1, fetch_types: false, connect_timeout: 2 })
    try {
      for (const until = performance.now() + 60_000; performance.now() < until; await sleep(100)) {
        if (this.#running === null) await this.start()
        const answers = await sql`select 1`.catch(() => null)
        if (answers !== null) return
      }
      throw new Error("PostgreSQL does not come back.")
    } finally {
      await sql.end({ timeout: 1 })
    }
  }

  /** Ends it, and waits until it has ended. */
  async end(how: PostgresEnd): Promise<void> {
    const pid = Number.parseInt(await readFile(join(this.#folder, "postmaster.pid"), "utf8"), 10)
    process.kill(pid, how)
    await this.#running?.ended
    await this.stop()
  }

  async stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    if (running !== null) await Effect.runPromise(Scope.close(running.scope, Exit.void))
  }
}
