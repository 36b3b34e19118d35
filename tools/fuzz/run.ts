import { mkdirSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { startServer } from "../fixtures/startServer.ts"
import { fuzz, memoryLimit } from "./fuzz.ts"
import { mutantAt } from "./mutantAt.ts"

/**
 * `npm run fuzz -- --seed 7 --count 20000`: changes fixtures in seeded ways and uploads them to a real server. Prints each
 * mutant that is not taken as it should be with how to send it again, and writes it into `.data/fuzz`.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "20000" },
    first: { type: "string", default: "0" },
  },
})
const [seed, count, first] = [values.seed, values.count, values.first].map(Number) as [number, number, number]

const server = await startServer()
const began = performance.now()
const {
  findings,
  codes,
  mostMemory: memory,
  mostTime,
} = await fuzz(server, { seed, count, first }, (done) => {
  if (done % 1000 === 0) console.log(`${done} of ${count}`)
})
await server.stop()

for (const { at, of, wrong } of findings) {
  console.log(`\nMutant ${at} of ${of}: ${wrong}\n  npm run fuzz -- --seed ${seed} --first ${at} --count 1`)
  mkdirSync(".data/fuzz", { recursive: true })
  writeFileSync(`.data/fuzz/${seed}-${at}`, mutantAt(seed, at).bytes)
}
const seconds = Math.round((performance.now() - began) / 1000)
console.log(`\nSeed ${seed}: ${count} mutants in ${seconds} s, ${findings.length} findings`)
console.log(`Longest ${Math.round(mostTime)} ms; ${Math.round(memory)} MiB of memory at most`)
for (const [code, times] of [...codes].sort(([, a], [, b]) => b - a))
  console.log(`${String(times).padStart(7)} ${code}`)
process.exit(findings.length > 0 || memory > memoryLimit ? 1 : 0)
