import { execFile } from "node:child_process"
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs, promisify } from "node:util"
import { csvReaders } from "./csvReaders.ts"
import { writePeopleFile } from "./writePeopleFile.ts"
import { writeQuotedFile } from "./writeQuotedFile.ts"

/** Muster's CSV reader beside others on the same files, each reading in a process of its own, in turns. */
const { values } = parseArgs({
  options: { rows: { type: "string", default: "1000000" }, rounds: { type: "string", default: "3" } },
})
const rows = Number(values.rows)
const rounds = Number(values.rounds)
const names = Object.keys(csvReaders)
const once = join(import.meta.dirname, "readOnce.ts")

interface Measured {
  readonly rows: number
  readonly milliseconds: number
  readonly growth: number
  readonly cells: string
}

const read = async (name: string, path: string, how: "time" | "cells"): Promise<Measured> => {
  const { stdout } = await promisify(execFile)(process.execPath, [once, name, path, how])
  return JSON.parse(stdout) as Measured
}

const median = (numbers: ReadonlyArray<number>): number =>
  numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0

const folder = await mkdtemp(join(tmpdir(), "muster-reader-"))
try {
  for (const [title, write] of [
    ["without quotes", (path: string) => writePeopleFile(path, rows, 0)],
    ["one cell in quotes in every tenth row", (path: string) => writeQuotedFile(path, rows)],
  ] as const) {
    const path = join(folder, "people.csv")
    await writeFile(path, "")
    await write(path)
    const { size } = await stat(path)
    const cells = new Map<string, string>()
    for (const name of names) cells.set(name, (await read(name, path, "cells")).cells)
    const measured = new Map<string, Array<Measured>>(names.map((name) => [name, []]))
    for (let round = 0; round < rounds; round++)
      for (const name of names) measured.get(name)!.push(await read(name, path, "time"))
    const times = names.map((name) => median(measured.get(name)!.map(({ milliseconds }) => milliseconds)))
    const isSame = (name: string) => cells.get(name) === cells.get("Muster")
    const fastest = Math.min(...times.filter((_, at) => names[at] !== "Muster" && isSame(names[at]!)))
    console.log(
      `\n| ${rows.toLocaleString("en")} rows, ${(size / 1e6).toFixed(0)} MB, ${title} | cells | rows/s | speed | memory |`,
    )
    console.log("| --- | --- | ---: | ---: | ---: |")
    names.forEach((name, at) => {
      const speed = Math.round(rows / (times[at]! / 1000)).toLocaleString("en")
      const growth = Math.max(...measured.get(name)!.map((one) => one.growth)) / 1024 / 1024
      const same = isSame(name) ? "the same" : "others"
      console.log(
        `| ${name} | ${same} | ${speed} | ${(fastest / times[at]!).toFixed(2)} | +${growth.toFixed(0)} MB |`,
      )
    })
  }
} finally {
  await rm(folder, { recursive: true })
}
