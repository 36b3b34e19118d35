import { readFileSync } from "node:fs"

/** Milliseconds that a process has had a processor for, by Linux's count; not a number elsewhere. */
export const processorTime = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6
  } catch {
    return Number.NaN
  }
}
