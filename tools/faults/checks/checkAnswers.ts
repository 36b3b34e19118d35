import type { Directory } from "../Directory.ts"
import type { Entry } from "../Journal.ts"
import { toldOf, type Wish } from "./Wishes.ts"
import type { Violation } from "./Violation.ts"

const final = ["completed", "failed", "cancelled"]

/**
 * One import for each upload, however often it was sent, and none that nobody sent (I1); what a client was told is
 * there (I3); nothing is answered but what the API promises (I12).
 */
export const checkAnswers = (
  journal: ReadonlyArray<Entry>,
  wishes: ReadonlyMap<string, Wish>,
  { imports, serverFaults }: Directory,
): ReadonlyArray<Violation> => {
  const kept = Map.groupBy(imports, ({ file }) => file)
  return [
    ...[...kept].flatMap(([file, several]) => [
      ...(wishes.has(file) ? [] : [{ rule: "I1", what: `${file} was imported and nobody sent it` }]),
      ...(several.length > 1 ? [{ rule: "I1", what: `${file} was imported ${several.length} times` }] : []),
    ]),
    ...[...wishes].flatMap(([file, wish]) => {
      const one = kept.get(file)?.[0]
      return toldOf(wish).flatMap(({ id, state, counts }): ReadonlyArray<Violation> => {
        if (one === undefined) return [{ rule: "I3", what: `${file} was answered and is not there` }]
        if (id !== one.id) return [{ rule: "I1", what: `${file} was answered with two ids` }]
        if (!final.includes(state)) return []
        const same =
          state === one.state && Object.entries(counts).every(([name, n]) => one.counts[name] === n)
        return same
          ? []
          : [{ rule: "I3", what: `${file} was told ${state} and is ${one.state}, or counts otherwise` }]
      })
    }),
    ...journal.flatMap((entry) => {
      if (entry.is !== "answered") return []
      const { status, code, retryAfter, operation } = entry
      const mayComeAgain = status === 503 || status === 429
      if (status < 500 && !mayComeAgain) return []
      return mayComeAgain && retryAfter !== null
        ? []
        : [
            {
              rule: "I12",
              what: `operation ${operation} was answered ${status} ${code}, Retry-After ${retryAfter}`,
            },
          ]
    }),
    ...serverFaults.map((what) => ({ rule: "I12", what })),
  ]
}
