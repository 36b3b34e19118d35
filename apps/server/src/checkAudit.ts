import { verifyAudit } from "@muster/domain/use-cases/verifyAudit"
import { Console, Effect } from "effect"
import { ports } from "./layers.ts"
import type { Settings } from "./settings.ts"

/** Prints what there is to say about the audit; answers whether it is as it was written. */
export const checkAudit = Effect.fn("checkAudit")(function* (settings: Settings) {
  const { lines, head, faults } = yield* Effect.provide(verifyAudit(), ports(settings))
  for (const { ordinal, fault } of faults) yield* Console.log(sentences[fault](ordinal))
  const end = `${lines} lines, the last one ${head.ordinal} ${head.hash}.`
  yield* Console.log(
    faults.length === 0
      ? `The audit is as it was written: ${end}`
      : `The audit is NOT as it was written: ${end}`,
  )
  return faults.length === 0
})

const sentences = {
  altered: (ordinal: number) => `Line ${ordinal} was altered.`,
  missing: (ordinal: number) => `Line ${ordinal} is missing.`,
  head: (ordinal: number) => `The end of the chain, after line ${ordinal}, was altered.`,
}
