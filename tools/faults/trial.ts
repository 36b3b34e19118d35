import { setTimeout as sleep } from "node:timers/promises"
import { Random } from "../fuzz/Random.ts"
import { check } from "./checks/check.ts"
import type { Violation } from "./checks/Violation.ts"
import { Client, type Losses } from "./Client.ts"
import { Cluster } from "./Cluster.ts"
import type { Fault } from "./faults.ts"
import { Journal, type Entry } from "./Journal.ts"
import type { Life } from "./lives/Life.ts"
import { prepare } from "./prepare.ts"
import { readDirectory } from "./readDirectory.ts"
import { lookAround, recovered, type Hit } from "./recovery.ts"

export interface TrialOptions {
  readonly seed: number
  readonly servers: number
  readonly clients: number
  readonly life: Life
  readonly losses: Losses
  readonly faults: ReadonlyArray<Fault>
  /** Where the journal is kept, if it is. */
  readonly journal?: string
  /** The folder for PostgreSQL's data, if it is to be a certain one. */
  readonly folder?: string
  readonly onFault?: (struck: Struck) => void
}

/** What came of one fault: milliseconds until all went on, or null if it had no occasion. */
export interface Struck {
  readonly fault: Fault
  readonly recovery: number | null
}

export interface TrialResult {
  readonly struck: ReadonlyArray<Struck>
  readonly violations: ReadonlyArray<Violation>
  readonly imports: number
  readonly users: number
  readonly accesses: number
  /** What clients were answered, how often, by status and code. */
  readonly answers: ReadonlyMap<string, number>
}

/** Has clients import while the faults are done one after another, and then holds what is there against what was asked. */
export const trial = async (options: TrialOptions): Promise<TrialResult> => {
  const { seed } = options
  const cluster = await Cluster.start(options.servers, {}, options.folder)
  try {
    const journal = new Journal(options.journal)
    const databaseIds = await prepare(cluster)
    let isOver = false
    const clients = Array.from(
      { length: options.clients },
      (_, number) => new Client(cluster.places, journal, { number, seed, losses: options.losses }),
    )
    const lives = clients.map((client) => options.life(client, { databaseIds, isOver: () => isOver }))
    const struck: Array<Struck> = []
    const violations: Array<Violation> = []
    const random = new Random(seed)
    const striking = async () => {
      for (const fault of options.faults) {
        await sleep(200 + random.below(600))
        let hit: Hit | null = null
        let recovery: Promise<number | null> = Promise.resolve(null)
        const now = async () => {
          hit = await lookAround(cluster, clients)
          recovery = recovered(cluster, hit)
        }
        const wasDone = await fault.strike({ cluster, random, now })
        const took = await recovery
        if (wasDone && took === null)
          violations.push({ rule: "I10", what: `after ${fault.kind} (${fault.name}) not all went on` })
        const one = { fault, recovery: took }
        struck.push(one)
        options.onFault?.(one)
      }
      isOver = true
    }
    await Promise.all([striking(), ...lives])
    await atRest(cluster)
    const directory = await readDirectory(cluster)
    return {
      struck,
      violations: [...violations, ...check(journal.entries, directory)],
      imports: directory.imports.length,
      users: directory.users.length,
      accesses: directory.accesses.length,
      answers: countAnswers(journal.entries),
    }
  } finally {
    await cluster.stop()
  }
}

const countAnswers = (entries: ReadonlyArray<Entry>): ReadonlyMap<string, number> => {
  const kinds = entries.flatMap((entry) => {
    if (entry.is === "asked") return []
    return [entry.is === "unanswered" ? "no answer" : `${entry.status} ${entry.code ?? ""}`.trim()]
  })
  return new Map([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]))
}

/** Waits, a minute at most, until nothing is validated or run any more. */
const atRest = async ({ sql }: Cluster): Promise<void> => {
  for (const until = performance.now() + 60_000; performance.now() < until; await sleep(100)) {
    const [found] = await sql`
      select count(*)::int as many from imports where state in ('validating', 'running')`
    if (found?.["many"] === 0) return
  }
}
