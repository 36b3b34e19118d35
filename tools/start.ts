import { fileURLToPath } from "node:url"
import build from "./build.ts"

/** `npm start`: builds what changed, then is the server. */
const serves = process.argv.slice(2).every((argument) => argument === "--sample")
if (serves) console.error("Building Muster…")
build()
process.chdir(fileURLToPath(new URL("..", import.meta.url)))
await import(new URL("../apps/server/dist/main.js", import.meta.url).href)
