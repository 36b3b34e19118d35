import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
let built = process.env.NX_TASK_TARGET_TARGET !== undefined

/**
 * Builds the server and the admin UI, where their sources changed; throws what the build said where it fails.
 * Within a task of Nx they are built already, and must not be: even what did not change is laid out anew, and
 * a page or a server of another test would meanwhile miss a file.
 */
export default function build(): void {
  if (built) return
  const { status, stdout, stderr } = spawnSync("npx", ["nx", "run-many", "-t", "build"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  })
  if (status !== 0) throw new Error(`Muster could not be built:\n${stdout}${stderr}`)
  built = true
}
