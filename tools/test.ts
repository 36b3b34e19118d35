import { spawnSync } from "node:child_process"
import { existsSync, globSync, readFileSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"

/**
 * `npm test`: formatting, lint, types, the build and every test of every project, real PostgreSQL and real
 * browser included. Ends with how many tests passed and failed, and with 1 if anything did not pass.
 */
const root = fileURLToPath(new URL("..", import.meta.url))
process.chdir(root)

const run = (command: string, ...args: ReadonlyArray<string>): boolean => {
  console.log(`\n> ${command} ${args.join(" ")}`)
  return spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" }).status === 0
}

const reports = () =>
  globSync("{apps,libs}/*/test-results/vitest.json").concat(globSync("tools/test-results/vitest.json"))
for (const report of reports()) rmSync(report)

const passed = [
  run("prettier", "--check", ".", "--log-level", "warn"),
  run("nx", "run", "muster:lint"),
  run("nx", "run-many", "-t", "typecheck", "build", "--parallel=2"),
  run(
    "nx",
    "run-many",
    "-t",
    "test",
    "--exclude=muster",
    "--parallel=2",
    "--",
    "--reporter=default",
    "--reporter=json",
    "--outputFile.json=test-results/vitest.json",
  ),
]

const counts = reports()
  .filter((report) => existsSync(report))
  .map(
    (report) =>
      JSON.parse(readFileSync(report, "utf8")) as { numPassedTests: number; numFailedTests: number },
  )
const sum = (count: (one: (typeof counts)[number]) => number) =>
  counts.reduce((total, one) => total + count(one), 0)
const good = passed.every(Boolean) && counts.length > 0

console.log(`\n${sum((one) => one.numPassedTests)} passed, ${sum((one) => one.numFailedTests)} failed`)
process.exit(good ? 0 : 1)
