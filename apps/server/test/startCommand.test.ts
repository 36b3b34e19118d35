import { spawn, spawnSync } from "node:child_process"
import { mkdtemp, readFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { authorization, bootstrapKey } from "./startMuster.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))

/** `npm start` as somebody types it, leader of a process group as in a terminal, on an empty data folder. */
const npmStart = async (...flags: ReadonlyArray<string>) => {
  const dataDir = await mkdtemp(join(tmpdir(), "muster-start-"))
  const child = spawn("npm", ["start", "--", ...flags], {
    cwd: root,
    env: {
      ...process.env,
      PORT: "0",
      DATABASE_URL: "",
      MUSTER_BOOTSTRAP_KEY: bootstrapKey,
      MUSTER_DATA_DIR: dataDir,
    },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /"address":"(http:[^"]+)"/.exec(line)?.[1]
    if (address !== undefined) return { address, dataDir, group: child.pid ?? 0, ended }
  }
  throw new Error("npm start ended without an address.")
}

/** The process of the PostgreSQL that runs on the data folder. */
const postgresOf = async (dataDir: string) =>
  Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0])

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe("npm start", () => {
  it("makes the sample platform when asked, and Ctrl-C ends it with its PostgreSQL", async () => {
    const { address, dataDir, group, ended } = await npmStart("--sample")
    const answer = await fetch(`${address}/api/v1/databases`, { headers: authorization })
    expect(((await answer.json()) as { items: ReadonlyArray<unknown> }).items).toHaveLength(2)
    const pid = await postgresOf(dataDir)
    expect(lives(pid)).toBe(true)
    process.kill(-group, "SIGINT")
    await ended
    await expect.poll(() => lives(pid), { timeout: 10_000 }).toBe(false)
  })

  it("lists every setting when asked for help, and refuses an option it does not know", () => {
    const run = (flag: string) => {
      const { status, stdout, stderr } = spawnSync("npm", ["start", "--silent", "--", flag], { cwd: root })
      return { status, text: `${stdout}${stderr}` }
    }
    const help = run("--help")
    expect(help.status).toBe(0)
    for (const name of [
      "HOST",
      "PORT",
      "DATABASE_URL",
      "MUSTER_DATA_DIR",
      "MUSTER_MAX_ROWS",
      "MUSTER_MAX_BYTES",
    ])
      expect(help.text).toContain(`  ${name} `)
    const refused = run("--nothing")
    expect(refused.status).toBe(2)
    expect(refused.text).toContain("--nothing")
  })
})
