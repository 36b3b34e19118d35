import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "./Client.ts"
import type { Cluster } from "./Cluster.ts"

/** After how many milliseconds nobody waits any longer. */
const patience = 60_000

/** How far each import has come that is being validated or run. */
const underWay = async ({ sql }: Cluster): Promise<ReadonlyMap<string, string>> => {
  const found = await sql`
    select id, state || ' ' || done || ' ' || checked_to || ' ' || settled as so_far from imports
    where state in ('validating', 'running')`
  return new Map(found.map(({ id, so_far }) => [String(id), String(so_far)]))
}

/** What a fault may have hit: imports under way, and requests that wait for their answer. */
export interface Hit {
  readonly at: number
  readonly imports: ReadonlyMap<string, string>
  readonly waiting: ReadonlyArray<readonly [Client, number]>
}

/** Says what a fault that happens now may hit. */
export const lookAround = async (cluster: Cluster, clients: ReadonlyArray<Client>): Promise<Hit> => {
  const at = performance.now()
  const waiting = clients.flatMap((client) => [...client.waiting].map((one) => [client, one] as const))
  return { at, imports: await underWay(cluster), waiting }
}

/**
 * Waits until every import that was hit has got on, and every request has been answered. Answers how many milliseconds after
 * the fault that was, or null if it was not to be waited for.
 */
export const recovered = async (cluster: Cluster, { at, imports, waiting }: Hit): Promise<number | null> => {
  const isAnswered = () => waiting.every(([client, one]) => !client.waiting.has(one))
  const hasMoved = async () => {
    const now = await underWay(cluster).catch(() => imports)
    return [...imports].every(([id, soFar]) => now.get(id) !== soFar)
  }
  for (;;) {
    if (isAnswered() && (await hasMoved())) return performance.now() - at
    if (performance.now() - at > patience) return null
    await sleep(20)
  }
}
