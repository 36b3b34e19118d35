import { tellImport } from "@muster/domain/messages/ToldImport"
import type { Import, ImportScope, ImportState } from "@muster/domain/model/Import"
import type { Language } from "@muster/domain/model/Language"
import { Imports } from "@muster/domain/ports/Imports"
import { Effect, Schedule, Schema, Stream } from "effect"
import { ImportAnswer } from "./ImportAnswer.ts"

/** Soon after the beginning, since most imports are short, and then four times a second. */
const looks = Schedule.min([Schedule.exponential("20 millis"), Schedule.spaced("250 millis")])
const heartbeatEvery = "15 seconds"

/** For about how long a store that is away is waited for before the client is left to ask again. */
const whenTheStoreIsAway = Schedule.spaced("1 second").pipe(Schedule.upTo({ times: 30 }))

/**
 * What becomes of an import, as server-sent events: `progress` with the import whenever it has changed, and
 * `final` when it rests, with which they end. The store is asked, so it does not matter which process works
 * on the import. A comment now and then keeps the connection open.
 */
export const importEvents = (
  scope: ImportScope,
  id: string,
  language: Language,
): Stream.Stream<string, never, Imports> => {
  const look = Effect.flatMap(Imports, (imports) => imports.find(scope, id)).pipe(
    Effect.retry({ schedule: whenTheStoreIsAway, while: (error) => error._tag === "StoreUnavailable" }),
  )
  const events = Stream.fromEffectSchedule(look, looks).pipe(
    Stream.catch(() => Stream.empty),
    Stream.map((one) => ({ one, data: JSON.stringify(encode(tellImport(one, language))) })),
    Stream.changesWith((before, after) => before.data === after.data),
    Stream.takeUntil(({ one }) => rests(one)),
    Stream.map(({ one, data }) => `event: ${rests(one) ? "final" : "progress"}\ndata: ${data}\n\n`),
  )
  const heartbeat = Stream.map(Stream.drop(Stream.tick(heartbeatEvery), 1), () => ":\n\n")
  return Stream.merge(events, heartbeat, { haltStrategy: "left" })
}

const encode = Schema.encodeSync(ImportAnswer)

/** Nothing more happens by itself. */
const resting: ReadonlyArray<ImportState> = ["refused", "ready", "completed", "failed", "cancelled"]

const rests = ({ state }: Import): boolean => resting.includes(state)
