import { join } from "node:path"
import { parseArgs } from "node:util"
import { Random } from "../fuzz/Random.ts"
import { diskFull, type Fault } from "./faults.ts"
import { planOf, kindsOfFaults } from "./plan.ts"
import { SmallDisk } from "./SmallDisk.ts"
import { tableOf } from "./tableOf.ts"
import { everyImport } from "./lives/everyImport.ts"
import { trial } from "./trial.ts"

/** MiB of the disk that is filled; PostgreSQL needs some hundred. */
const diskSize = 800

/**
 * `npm run faults -- --seed 7`: has clients import through several servers on one PostgreSQL while faults of every
 * kind happen, and prints what came of each kind, and every invariant that does not hold. README.md has the options.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    servers: { type: "string", default: "3" },
    clients: { type: "string", default: "4" },
    disks: { type: "string", default: "5" },
    rows: { type: "string", default: "5000" },
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
const began = performance.now()

/** Has clients import while these faults happen, and tells what came of it; answers how many invariants do not hold. */
const tryOut = async (what: string, faults: ReadonlyArray<Fault>, folder?: string): Promise<number> => {
  console.log(`Seed ${seed}, ${what}: ${faults.length} faults`)
  const result = await trial({
    seed,
    servers: number("servers"),
    clients: number("clients"),
    life: everyImport(number("rows")),
    losses: { answers: 0.1, uploads: 0.05 },
    faults,
    journal: `.data/faults/${seed}-${what}.jsonl`,
    ...(folder === undefined ? {} : { folder }),
    onFault: ({ fault, recovery }) =>
      console.log(
        `${((performance.now() - began) / 1000).toFixed(0).padStart(6)} s  ${fault.kind}: ${fault.name}` +
          (recovery === null ? ", no occasion" : `, went on after ${(recovery / 1000).toFixed(1)} s`),
      ),
  })
  console.log(`\n${tableOf(result)}`)
  for (const { rule, what } of result.violations.slice(0, 50)) console.log(`${rule}: ${what}`)
  return result.violations.length
}

const withSmallDisk = async (many: number): Promise<number> => {
  const disk = await SmallDisk.mount(diskSize).catch((error: unknown) => {
    console.log(`A full disk is left out: no small disk can be had here (${String(error)}).`)
    return null
  })
  if (disk === null) return 0
  const faults = Array.from({ length: many }, () => diskFull(disk))
  return tryOut("disk", faults, join(disk.folder, "data")).finally(() => disk.unmount())
}

let violations = 0
const faults = planOf(new Random(seed), number)
if (faults.length > 0) violations += await tryOut("all", faults)
if (number("disks") > 0) violations += await withSmallDisk(number("disks"))
console.log(`Seed ${seed}: ${violations} violations`)
process.exit(violations > 0 ? 1 : 0)
