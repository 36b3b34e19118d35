import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { Effect } from "effect"

/** The process ids of every PostgreSQL that works in `folder`, asked of the system's own tools. */
export const postgresIn = (folder: string) =>
  Effect.promise(async () => {
    const { stdout: listed } = await promisify(execFile)("ps", ["-A", "-o", "pid=,comm="])
    const pids = listed
      .split("\n")
      .filter((line) => /postgres/.test(line))
      .map((line) => line.trim().split(" ")[0] ?? "")
    if (pids.length === 0) return []
    const lsof = process.platform === "linux" ? "pwdx" : "lsof"
    const args = process.platform === "linux" ? pids : ["-a", "-d", "cwd", "-Fpn", "-p", pids.join(",")]
    const { stdout } = await promisify(execFile)(lsof, args).catch((cause: { stdout: string }) => cause)
    return stdout.split("\n").filter((line) => line.endsWith(folder))
  })
