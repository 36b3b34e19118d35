import { parseArgs } from "node:util"
import { Random } from "../fuzz/Random.ts"
import { planOf, kindsOfFaults } from "./plan.ts"
import { tableOf } from "./tableOf.ts"
import { trial } from "./trial.ts"

/**
 * `npm run faults -- --seed 7`: has clients import through several servers on one PostgreSQL while faults of every
 * kind happen, and prints what came of each kind, and every invariant that does not hold. README.md has the options.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    servers: { type: "string", default: "3" },
    clients: { type: "string", default: "6" },
    rows: { type: "string", default: "8000" },
    ...Object.fromEntries(
      Object.entries(kindsOfFaults).map(([kind, many]) => [
        kind,
        { type: "string" as const, default: String(many) },
      ]),
    ),
  },
})
const number = (name: string) => Number((values as Record<string, string | undefined>)[name])
const seed = number("seed")
const faults = planOf(new Random(seed), number)
console.log(`Seed ${seed}: ${faults.length} faults`)
const began = performance.now()
const result = await trial({
  seed,
  servers: number("servers"),
  clients: number("clients"),
  manyRows: number("rows"),
  losses: { answers: 0.1, uploads: 0.05 },
  faults,
  journal: `.data/faults/${seed}.jsonl`,
  onFault: ({ fault, recovery }) =>
    console.log(
      `${((performance.now() - began) / 1000).toFixed(0).padStart(6)} s  ${fault.kind}: ${fault.name}` +
        (recovery === null ? ", no occasion" : `, went on after ${(recovery / 1000).toFixed(1)} s`),
    ),
})
console.log(`\n${tableOf(result)}`)
for (const { rule, what } of result.violations.slice(0, 50)) console.log(`${rule}: ${what}`)
console.log(`Seed ${seed}: ${result.violations.length} violations`)
process.exit(result.violations.length > 0 ? 1 : 0)
