import { Effect } from "effect"
import { auditHash, firstHash, personalHash } from "../audit/auditHash.ts"
import type { AuditLine } from "../audit/AuditLine.ts"
import { Audit, type AuditHead } from "../ports/Audit.ts"

export interface AuditFault {
  readonly ordinal: number
  /** `altered`: the line is not as it was written; `missing`: there is none; `head`: nor is the chain's end. */
  readonly fault: "altered" | "missing" | "head"
}

export interface AuditVerification {
  readonly lines: number
  /** Keep it elsewhere: a chain cut off, with its end set back, shows by it alone. */
  readonly head: AuditHead
  /** The first hundred. */
  readonly faults: ReadonlyArray<AuditFault>
}

const linesAtOnce = 1000
const toldAtMost = 100

/** Computes the chain anew, line by line as far as it reached when asked, and names what does not fit. */
export const verifyAudit = Effect.fn("verifyAudit")(function* () {
  const audit = yield* Audit
  const head = yield* audit.head
  const faults: Array<AuditFault> = []
  let last: AuditHead = { ordinal: 0, hash: firstHash }
  let computed = firstHash
  let count = 0
  const missing = (until: number) => {
    for (let ordinal = last.ordinal + 1; ordinal < until && faults.length < toldAtMost; ordinal++)
      faults.push({ ordinal, fault: "missing" })
  }

  while (last.ordinal < head.ordinal && faults.length < toldAtMost) {
    const lines = yield* audit.lines(last.ordinal, linesAtOnce)
    if (lines.length === 0) break
    for (const line of lines) {
      if (line.ordinal > head.ordinal || faults.length >= toldAtMost) break
      const follows = line.ordinal === last.ordinal + 1
      missing(line.ordinal)
      const fits = yield* Effect.promise(() => hashesFrom([last.hash, computed], line))
      const intact = follows ? fits.includes(line.hash) : true
      if (!intact || !(yield* Effect.promise(() => personalFits(line))))
        faults.push({ ordinal: line.ordinal, fault: "altered" })
      computed = fits[0] ?? line.hash
      last = line
      count++
    }
  }
  missing(head.ordinal + 1)
  if (last.ordinal === head.ordinal && last.hash !== head.hash && computed !== head.hash)
    faults.push({ ordinal: head.ordinal, fault: "head" })
  return { lines: count, head, faults: faults.slice(0, toldAtMost) } satisfies AuditVerification
})

/** A line follows the hash that stands in the line before, or the one it should have had. */
const hashesFrom = (previous: ReadonlyArray<string>, line: AuditLine): Promise<ReadonlyArray<string>> =>
  Promise.all([...new Set(previous)].map((hash) => auditHash(hash, line)))

const personalFits = async ({ personal, salt, personalHash: kept }: AuditLine): Promise<boolean> =>
  personal === null ? true : salt !== null && (await personalHash(salt, personal)) === kept
