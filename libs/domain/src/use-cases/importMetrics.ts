import { Duration, Effect, Metric } from "effect"
import type { Import, ImportKind } from "../model/Import.ts"

/** What an import is busy with: its file comes in, its rows are checked, what they say is done. */
type Stage = "receiving" | "validating" | "running"

const rows = Metric.counter("muster_import_rows_total", {
  description: "Rows that imports got through, by stage",
  incremental: true,
})
const rests = Metric.counter("muster_imports_total", {
  description: "Imports that came to rest, by the state they rest in",
  incremental: true,
})
const seconds = Metric.histogram("muster_import_turn_seconds", {
  description: "How long the turn took in which an import came to rest, by stage, in seconds",
  boundaries: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900],
})

/** Counts rows that an import got through. */
export const countRows = (stage: Stage, kind: ImportKind, many: number): Effect.Effect<void> =>
  Metric.update(Metric.withAttributes(rows, { stage, kind }), many)

/** Counts an import that comes to rest by a turn of work, whatever it comes to, and takes the time of that turn. */
export const measureTurn = <E, R>(
  { kind, state: stage }: Import,
  turn: Effect.Effect<Import, E, R>,
): Effect.Effect<Import, E, R> =>
  Effect.timed(turn).pipe(
    Effect.tap(([took, { state }]) =>
      Effect.all([
        Metric.update(Metric.withAttributes(seconds, { stage, kind }), Duration.toSeconds(took)),
        Metric.update(Metric.withAttributes(rests, { kind, state }), 1),
      ]),
    ),
    Effect.map(([, one]) => one),
  )
