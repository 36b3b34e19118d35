import type { Random } from "../fuzz/Random.ts"
import { cutAt, endPostgres, kill, killAt, network, pause, restart, terminate, type Fault } from "./faults.ts"
import { points } from "./points.ts"

/** How many faults of each kind a long run has; at named points, how often each of them. */
export const kindsOfFaults = {
  points: 1,
  cuts: 1,
  kills: 100,
  terminations: 50,
  restarts: 20,
  pauses: 20,
  postgres: 9,
  networks: 9,
} as const

const times = <A>(many: number, make: (at: number) => A): ReadonlyArray<A> =>
  Array.from({ length: many }, (_, at) => make(at))

/** So many faults of each kind, in an order by chance. */
export const planOf = (
  random: Random,
  many: (kind: keyof typeof kindsOfFaults) => number,
): ReadonlyArray<Fault> => {
  const ends = ["SIGKILL", "SIGQUIT", "SIGINT"] as const
  const ways = ["cut", "stall", "slow"] as const
  const faults = [
    ...times(many("points"), () => points.map(killAt)).flat(),
    ...times(many("cuts"), () => points.map(cutAt)).flat(),
    ...times(many("kills"), () => kill),
    ...times(many("terminations"), () => terminate),
    ...times(many("restarts"), () => restart),
    ...times(many("pauses"), () => pause),
    ...times(many("postgres"), (at) => endPostgres(ends[at % ends.length] ?? "SIGKILL")),
    ...times(many("networks"), (at) => network(ways[at % ways.length] ?? "cut")),
  ]
  return faults
    .map((fault) => ({ fault, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ fault }) => fault)
}
