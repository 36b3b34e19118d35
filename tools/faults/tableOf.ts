import type { TrialResult } from "./trial.ts"

/** The value that a share of the others do not exceed, from 0 to 1; they are in order. */
export const percentile = (values: ReadonlyArray<number>, share: number): number =>
  values[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN

const seconds = (millis: number) => (millis / 1000).toFixed(1)

/** What was done and answered in all. */
export const totalsOf = ({ violations, imports, users, accesses, answers }: TrialResult): string =>
  `${imports} imports, ${users} users, ${accesses} accesses; violations: ${violations.length}\n` +
  `Answers: ${[...answers].map(([kind, many]) => `${many} times ${kind}`).join(", ")}`

/** What came of the faults, a line each kind, and of all of them. */
export const tableOf = ({ struck, violations, imports, users, accesses, answers }: TrialResult): string => {
  const lineOf = (kind: string, of: typeof struck) => {
    const took = of.flatMap(({ recovery }) => (recovery === null ? [] : [recovery])).sort((a, b) => a - b)
    const figures =
      took.length === 0 ? ["", "", ""] : [0.5, 0.95, 1].map((share) => seconds(percentile(took, share)))
    return `| ${[kind, took.length, of.length - took.length, ...figures].join(" | ")} |`
  }
  return [
    "| fault | times | no occasion | went on after, p50 (s) | p95 | max |",
    "| --- | --- | --- | --- | --- | --- |",
    ...[...Map.groupBy(struck, ({ fault }) => fault.kind)].map(([kind, of]) => lineOf(kind, of)),
    lineOf("all", struck),
    "",
    totalsOf({ struck, violations, imports, users, accesses, answers }),
  ].join("\n")
}
