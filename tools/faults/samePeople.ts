import { parseArgs } from "node:util"
import { samePeople } from "./lives/samePeople.ts"
import { totalsOf } from "./tableOf.ts"
import { trial } from "./trial.ts"

/**
 * `npm run faults:people -- --minutes 10 --seed 1`: eight clients at two servers import the same people at the same
 * moment, and give them access to the same database. No error may reach them but 429 and 503 that say when to come again.
 */
const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, minutes: { type: "string", default: "10" } },
})
const [seed, minutes] = [Number(values.seed), Number(values.minutes)]
const result = await trial({
  seed,
  servers: 2,
  clients: 8,
  life: samePeople(minutes * 60_000),
  losses: { answers: 0, uploads: 0 },
  faults: [],
  journal: `.data/faults/people-${seed}.jsonl`,
})
console.log(`${minutes} minutes, seed ${seed}: ${totalsOf(result)}`)
for (const { rule, what } of result.violations.slice(0, 50)) console.log(`${rule}: ${what}`)
const isError = (kind: string) => !/^(2\d\d$|429|503)/.test(kind)
const errors = [...result.answers.keys()].filter(isError)
console.log(`Errors: ${errors.join(", ") || "none"}`)
process.exit(result.violations.length + errors.length > 0 ? 1 : 0)
