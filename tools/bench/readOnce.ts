import { createHash } from "node:crypto"
import { csvReaders } from "./csvReaders.ts"

/** In a process of its own: reads a file by one reader, and tells how long that took, how much it held, and of what cells. */
const [name = "", path = "", how] = process.argv.slice(2)
const hash = createHash("sha256")
const before = process.memoryUsage().rss
let peak = before
const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
let rows = 0
let chunks = 0
const began = performance.now()
await csvReaders[name]!(path, (count, cells) => {
  rows += count
  if (++chunks % 64 === 0) peak = Math.max(peak, process.memoryUsage.rss())
  if (how === "cells") for (const row of cells()) hash.update(`${row.join("\x1f")}\x1e`)
})
const milliseconds = performance.now() - began
clearInterval(timer)
const growth = Math.max(peak, process.memoryUsage.rss()) - before
console.log(JSON.stringify({ rows, milliseconds, growth, cells: hash.digest("hex") }))
