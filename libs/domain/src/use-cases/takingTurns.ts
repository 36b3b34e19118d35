import { Clock, Duration, Effect } from "effect"
import { ImportWork, WorkLost, type Work } from "../ports/ImportWork.ts"

/**
 * The port for one turn of work on an import: when the turn is over and another import waits, the import is given
 * back between two writes, and lost to whoever has worked on it. One that is all rows or none keeps its turn to the
 * end once facts have changed before its rows could be written, so that it need not look at them again for ever.
 */
export const takingTurns = Effect.fnUntraced(function* (work: Work, length: Duration.Input) {
  const importWork = yield* ImportWork
  const turn = Duration.toMillis(length)
  let until = (yield* Clock.currentTimeMillis) + turn
  const giveWay = Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    if (now < until) return
    if (yield* importWork.pass(work)) return yield* new WorkLost({ importId: work.import.id })
    until = now + turn
  })
  const keep = () => Effect.sync(() => void (until = Infinity))
  return ImportWork.of({
    ...importWork,
    saveFindings: (...write) => Effect.tap(importWork.saveFindings(...write), giveWay),
    writeUsers: (...write) => Effect.tap(importWork.writeUsers(...write), giveWay),
    grantAccesses: (...write) => Effect.tapErrorTag(importWork.grantAccesses(...write), "FactsChanged", keep),
    writeStructure: (...write) =>
      Effect.tapErrorTag(importWork.writeStructure(...write), "FactsChanged", keep),
  })
})
