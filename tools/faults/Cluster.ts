import { randomInt } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { spawnServer, type ServerProcess } from "../server/spawnServer.ts"
import { Door, type DoorKind } from "./Door.ts"
import { FaultPostgres } from "./FaultPostgres.ts"
import { PostgresProxy } from "./PostgresProxy.ts"

/** A place for a server of Muster: its process, who may be gone at the moment, and the ways to and from it. */
export interface Place {
  readonly proxy: PostgresProxy
  readonly doors: Readonly<Record<DoorKind, Door>>
  readonly port: number
  server: ServerProcess | null
  /** Set while its end is meant. */
  isEnding: boolean
}

/** Several servers of Muster, each behind doors and a proxy of its own, on one PostgreSQL. */
export class Cluster {
  readonly store: FaultPostgres
  readonly places: ReadonlyArray<Place>
  /** Straight to PostgreSQL, for the harness alone. */
  readonly sql: postgres.Sql
  /** What no server may do: end by itself. */
  readonly faults: Array<string> = []
  readonly #folder: string
  readonly #settings: Readonly<Record<string, string>>

  private constructor(
    store: FaultPostgres,
    places: ReadonlyArray<Place>,
    folder: string,
    settings: Readonly<Record<string, string>>,
  ) {
    this.store = store
    this.places = places
    this.#folder = folder
    this.#settings = settings
    this.sql = postgres(store.url(), { max: 4, fetch_types: false, onnotice: () => undefined })
  }

  /** Starts PostgreSQL in `folder`, or one to be thrown away, and so many servers. */
  static async start(
    servers: number,
    settings: Readonly<Record<string, string>> = {},
    folder?: string,
  ): Promise<Cluster> {
    const dataDir = folder ?? (await mkdtemp(join(tmpdir(), "muster-faults-")))
    const store = await FaultPostgres.start(dataDir)
    const places = await Promise.all(Array.from({ length: servers }, () => makePlace(store.port)))
    const cluster = new Cluster(store, places, dataDir, settings)
    await Promise.all(places.map((place) => cluster.startServer(place)))
    return cluster
  }

  /** Starts the server of a place, again and again until it runs, as whoever watches over services does. */
  async startServer(place: Place): Promise<void> {
    place.isEnding = false
    for (const patience = performance.now() + 60_000; ;) {
      try {
        const server = await spawnServer(this.store.url(place.proxy.port), {
          PORT: String(place.port),
          MUSTER_MAX_ROWS: "1000000",
          ...this.#settings,
        })
        place.server = server
        void server.ended.then((how) => {
          if (!place.isEnding) this.faults.push(`A server ended by itself: ${how}. ${server.fault()}`)
        })
        return
      } catch (error) {
        if (performance.now() > patience) throw error
        await sleep(500)
      }
    }
  }

  /** Kills a server, or asks it to stop, and waits for its end; answers its exit code or signal. */
  async endServer(place: Place, signal: "SIGKILL" | "SIGTERM"): Promise<number | NodeJS.Signals> {
    const { server } = place
    place.isEnding = true
    place.server = null
    server?.signal(signal)
    return (await server?.ended) ?? 0
  }

  async stop(): Promise<void> {
    await Promise.all(this.places.map((place) => this.endServer(place, "SIGTERM")))
    await this.sql.end({ timeout: 1 })
    for (const { proxy, doors } of this.places)
      await Promise.all([proxy.stop(), ...Object.values(doors).map((door) => door.close())])
    await this.store.stop()
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const makePlace = async (storePort: number): Promise<Place> => {
  const port = await freePort()
  const [open, deaf, broken] = await Promise.all([
    Door.open("open", port),
    Door.open("deaf", port),
    Door.open("broken", port),
  ])
  const proxy = await PostgresProxy.start(storePort)
  return { proxy, doors: { open, deaf, broken }, port, server: null, isEnding: false }
}

/** A free port that no system takes for an outgoing connection, so that it is still free for the next server. */
const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(12_000, 20_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false))
      probe.listen(port, "127.0.0.1", () => resolve(true))
    })
    if (!isFree) continue
    await new Promise((done) => probe.close(done))
    return port
  }
}
