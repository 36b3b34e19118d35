import { mkdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { sampleFiles } from "./sampleFiles.ts"

/** `npm run samples [-- folder]`: writes every sample file into a folder, by default `.data/samples`. */
const folder = resolve(process.argv[2] ?? ".data/samples")
mkdirSync(folder, { recursive: true })
for (const { name, bytes } of sampleFiles()) {
  writeFileSync(join(folder, name), bytes)
  console.log(join(folder, name))
}
