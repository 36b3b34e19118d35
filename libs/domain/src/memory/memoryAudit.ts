import { Effect, Layer } from "effect"
import { auditHash, firstHash, personalHash } from "../audit/auditHash.ts"
import type { AuditLine } from "../audit/AuditLine.ts"
import { Audit } from "../ports/Audit.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState } from "./MemoryState.ts"
import { pageOf } from "./pageOf.ts"

/** The reference meaning of the port `Audit`. The chain is computed when it is read: here nobody can alter it. */
export const memoryAudit = Layer.effect(
  Audit,
  Effect.gen(function* () {
    const { audit } = yield* MemoryState
    const hashes = new Map<string, string | null>()
    const chained = Effect.promise(async () => {
      const lines: Array<AuditLine> = []
      for (const [at, line] of audit.entries()) {
        const salt = `salt ${at + 1}`
        const place = `${at}`
        if (!hashes.has(place))
          hashes.set(place, line.personal === null ? null : await personalHash(salt, line.personal))
        const whole = {
          ...line,
          ordinal: at + 1,
          salt: line.personal === null ? null : salt,
          personalHash: hashes.get(place) ?? null,
        }
        lines.push({ ...whole, hash: await auditHash(lines.at(-1)?.hash ?? firstHash, whole) })
      }
      return lines
    })
    return Audit.of({
      list: ({ limit, cursor, from, until, ...wanted }) =>
        Effect.map(chained, (lines) =>
          pageOf(
            lines
              .filter((line) => (from === null || line.at >= from) && (until === null || line.at < until))
              .filter((line) =>
                (["event", "actor", "databaseId", "importId", "userId"] as const).every(
                  (part) => wanted[part] === null || wanted[part] === line[part],
                ),
              )
              .reverse(),
            { limit, cursor },
            ({ ordinal }) => String(ordinal),
          ),
        ),
      lines: (after, limit) =>
        Effect.map(chained, (lines) => lines.filter(({ ordinal }) => ordinal > after).slice(0, limit)),
      head: Effect.map(chained, (lines) => {
        const { ordinal, hash } = lines.at(-1) ?? { ordinal: 0, hash: firstHash }
        return { ordinal, hash }
      }),
      erase: Effect.fnUntraced(function* (userId) {
        const actor = yield* CurrentActor
        yield* chained
        let erased = 0
        for (const [at, line] of audit.entries())
          if (line.userId === userId && line.personal !== null) {
            audit[at] = { ...line, personal: null }
            erased++
          }
        if (erased > 0) leaveLine({ audit }, actor, "audit.erased", { userId, details: { lines: erased } })
        return erased
      }),
    })
  }),
)
