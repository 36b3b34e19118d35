import { setTimeout as sleep } from "node:timers/promises"
import type { Random } from "../fuzz/Random.ts"
import type { Cluster, Place } from "./Cluster.ts"
import type { PostgresEnd } from "./FaultPostgres.ts"
import type { Point } from "./points.ts"
import type { SmallDisk } from "./SmallDisk.ts"

/** What a fault is done with. `now` is called at its moment. */
export interface Striking {
  readonly cluster: Cluster
  readonly random: Random
  readonly now: () => Promise<void>
}

/**
 * A fault: does it and puts it right again. Answers whether there was an occasion for it. `kind` is its line in the
 * table.
 */
export interface Fault {
  readonly kind: string
  readonly name: string
  readonly strike: (striking: Striking) => Promise<boolean>
}

/** How long a named point is waited for, in milliseconds. */
const patience = 60_000

/** What becomes of the server that comes to a named point. */
type AtPoint = (cluster: Cluster, place: Place) => Promise<unknown>

const atPoint = (kind: string, point: Point, hit: AtPoint): Fault => ({
  kind,
  name: point.name,
  strike: async ({ cluster, random, now }) => {
    const sprung = Promise.withResolvers<() => Promise<unknown>>()
    const nth = 1 + random.below(3)
    const unset = () => cluster.places.forEach(({ proxy }) => proxy.set(null))
    for (const place of cluster.places)
      place.proxy.set({
        ...point,
        nth,
        spring: () => {
          unset()
          const done = hit(cluster, place)
          sprung.resolve(() => done)
        },
      })
    const finish = await Promise.race([sprung.promise, sleep(patience, null, { ref: false })])
    unset()
    if (finish === null) return false
    await now()
    await finish()
    return true
  },
})

const killAndStart: AtPoint = async (cluster, place) => {
  await cluster.endServer(place, "SIGKILL")
  await cluster.startServer(place)
}

/** A server is killed when it comes to a named point. */
export const killAt = (point: Point): Fault => atPoint("kill at a named point", point, killAndStart)

/** The connection to PostgreSQL breaks at a named point, and what it had begun may or may not be done. */
export const cutAt = (point: Point): Fault =>
  atPoint("connection cut at a named point", point, () => Promise.resolve())

const place = ({ cluster, random }: Striking): Place => random.pick(cluster.places)

/** A server is killed at any moment. */
export const kill: Fault = {
  kind: "random kill",
  name: "SIGKILL",
  strike: async (striking) => {
    const one = place(striking)
    await sleep(striking.random.below(800))
    const ended = striking.cluster.endServer(one, "SIGKILL")
    await striking.now()
    await ended
    await striking.cluster.startServer(one)
    return true
  },
}

/** PostgreSQL ends the connections of all servers: those at work, or all. */
export const terminate: Fault = {
  kind: "backends terminated",
  name: "pg_terminate_backend",
  strike: async ({ cluster: { sql }, random, now }) => {
    const all = random.below(2) === 0
    for (let tries = 0; tries < 200; tries++) {
      const ended = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'muster' and (${all} or state = 'active')`
      if (ended.length > 0) break
    }
    await now()
    return true
  },
}

/** A server is asked to stop, does so in time and with success, and is started again. */
export const restart: Fault = {
  kind: "server restarted",
  name: "SIGTERM",
  strike: async (striking) => {
    const one = place(striking)
    const began = performance.now()
    const ending = striking.cluster.endServer(one, "SIGTERM")
    await striking.now()
    const how = await ending
    const took = performance.now() - began
    if (how !== 0 || took > 15_000)
      striking.cluster.faults.push(`A server asked to stop ended ${how} after ${Math.round(took)} ms.`)
    await striking.cluster.startServer(one)
    return true
  },
}

/** PostgreSQL ends, in one of its ways, and is started again. */
export const endPostgres = (how: PostgresEnd): Fault => ({
  kind: "PostgreSQL restarted",
  name: how,
  strike: async ({ cluster: { store }, now }) => {
    await now()
    await store.end(how)
    await store.start()
    return true
  },
})

/** A server stands still for longer than its leases, and then goes on as if nothing had been. */
export const pause: Fault = {
  kind: "pause beyond the lease",
  name: "SIGSTOP, SIGCONT",
  strike: async (striking) => {
    const { server } = place(striking)
    await sleep(striking.random.below(800))
    server?.signal("SIGSTOP")
    await striking.now()
    await sleep(leaseSeconds * 1000 + 1000 + striking.random.below(2000))
    server?.signal("SIGCONT")
    return true
  },
}

/** As in apps/server/src/layers.ts. */
const leaseSeconds = 5

/** The network to PostgreSQL breaks, stands still, or is slow for one server. */
export const network = (how: "cut" | "stall" | "slow"): Fault => ({
  kind: `network ${how}`,
  name: how,
  strike: async (striking) => {
    const { proxy } = place(striking)
    await sleep(striking.random.below(500))
    if (how === "cut") proxy.cut()
    else if (how === "stall") proxy.stall()
    else proxy.slow({ delay: 30, bytesPerSecond: 200_000 })
    await striking.now()
    await sleep(how === "cut" ? 0 : 1000 + striking.random.below(3000))
    proxy.flow()
    proxy.slow(null)
    return true
  },
})

/** The disk of PostgreSQL is full for some seconds; where PostgreSQL ends of it, it is started when there is room again. */
export const diskFull = (disk: SmallDisk): Fault => ({
  kind: "disk full",
  name: "ENOSPC",
  strike: async ({ cluster: { store }, random, now }) => {
    await now()
    await disk.fill()
    await sleep(2000 + random.below(3000))
    await disk.free()
    await store.awaken()
    return true
  },
})
