import { parseArgs } from "node:util"
import { smallImports } from "./lives/smallImports.ts"
import { totalsOf } from "./tableOf.ts"
import { trial } from "./trial.ts"

/**
 * `npm run faults:answers -- --imports 10000 --seed 1`: so many imports by eight clients at two servers, where a fifth of the
 * answers is lost and asked for again with the same `Idempotency-Key`. There must be exactly as many imports.
 */
const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, imports: { type: "string", default: "10000" } },
})
const [seed, imports, clients] = [Number(values.seed), Number(values.imports), 8]
const each = Math.ceil(imports / clients)
const began = performance.now()
let done = 0
const result = await trial({
  seed,
  servers: 2,
  clients,
  life: smallImports(each, () => {
    if (++done % 1000 === 0) console.log(`${done} imports`)
  }),
  losses: { answers: 0.2, uploads: 0 },
  faults: [],
  journal: `.data/faults/answers-${seed}.jsonl`,
})
console.log(`\n${each * clients} imports asked for, a fifth of the answers lost: ${totalsOf(result)}`)
for (const { rule, what } of result.violations.slice(0, 50)) console.log(`${rule}: ${what}`)
console.log(`Seed ${seed}, ${Math.round((performance.now() - began) / 1000)} s`)
process.exit(result.violations.length === 0 && result.imports === each * clients ? 0 : 1)
