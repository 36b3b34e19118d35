import { expect, it } from "vitest"
import { Random } from "../fuzz/Random.ts"
import { cutAt, killAt } from "./faults.ts"
import { planOf } from "./plan.ts"
import { points } from "./points.ts"
import { tableOf } from "./tableOf.ts"
import { everyImport } from "./lives/everyImport.ts"
import { trial } from "./trial.ts"

const plan = {
  points: 0,
  cuts: 0,
  kills: 1,
  terminations: 2,
  restarts: 1,
  pauses: 1,
  postgres: 2,
  networks: 2,
}

/** Points at which most imports come by, so that none is waited for. */
const often = points.filter(({ name }) =>
  /^(rows staged|people written|import settled|answer kept)/.test(name),
)
const someAtPoints = (random: Random) => [
  ...[0, 1].map(() => killAt(random.pick(often))),
  ...[0, 1].map(() => cutAt(random.pick(often))),
]

it("faults of every kind lose nothing, do nothing twice, and everything goes on after them", async () => {
  const seed = 1
  const result = await trial({
    seed,
    servers: 2,
    clients: 4,
    life: everyImport(3000),
    losses: { answers: 0.1, uploads: 0.05 },
    faults: [...planOf(new Random(seed), (kind) => plan[kind]), ...someAtPoints(new Random(seed))],
  })
  console.log(tableOf(result))
  expect(result.violations).toEqual([])
  expect(result.struck.filter(({ recovery }) => recovery === null)).toEqual([])
  expect(result.imports).toBeGreaterThan(20)
}, 400_000)
