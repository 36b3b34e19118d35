import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

/** `npm start`: builds the admin UI if its sources changed, then is the server. */
const root = fileURLToPath(new URL("..", import.meta.url))

const serves = process.argv.slice(2).every((argument) => argument === "--sample")
if (serves) {
  console.error("Building the admin UI…")
  const build = spawnSync("nx", ["build", "@muster/admin"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  })
  if (build.status !== 0) {
    console.error(build.stdout, build.stderr)
    process.exit(1)
  }
}
process.chdir(root)
await import("../apps/server/src/main.ts")
