import { importEdges, isFinal, ImportState } from "@muster/domain/model/Import"
import type { Directory, KeptImport } from "../Directory.ts"
import { toldOf, type Wish } from "./Wishes.ts"
import type { Violation } from "./Violation.ts"

const statuses = [
  ["valid", "invalid", "conflict", "skipped", "unprocessed"],
  ["created", "updated", "unchanged", "removed", "failed", "skipped", "unprocessed"],
] as const

/**
 * Every row of the file has one allowed status, counts add up, and report and counts agree (I6); imports have come
 * to rest (I10); states have moved along the edges alone, by the audit and by what clients were told (I11).
 */
export const checkImports = (
  wishes: ReadonlyMap<string, Wish>,
  { imports }: Directory,
): ReadonlyArray<Violation> =>
  imports.flatMap((one) => {
    const wish = wishes.get(one.file)
    return [
      ...(wish === undefined ? [] : checkRows(one, wish)),
      ...(["validating", "running"].includes(one.state)
        ? [{ rule: "I10", what: `${one.file} is still ${one.state}` }]
        : []),
      ...checkEdges(one, wish),
    ]
  })

const checkRows = (one: KeptImport, wish: Wish): ReadonlyArray<Violation> => {
  const wrong = (what: string) => ({ rule: "I6", what: `${one.file}: ${what}` })
  const { rows = 0, ...others } = one.counts
  const sum = Object.values(others).reduce((all, n) => all + n, 0)
  const allowed: ReadonlyArray<string> = statuses[isFinal(one.state as ImportState) ? 1 : 0]
  const told = Map.groupBy(one.report, ({ status }) => status)
  const reported = new Set(one.report.map(({ row }) => row))
  return [
    ...(rows === wish.rows.size ? [] : [wrong(`${rows} rows of ${wish.rows.size}`)]),
    ...(sum === rows ? [] : [wrong(`counts add up to ${sum} of ${rows}`)]),
    ...(one.report.length === rows && reported.size === rows
      ? []
      : [wrong("not every row is reported once")]),
    ...[...new Set([...told.keys(), ...Object.keys(others)])].flatMap((status) => {
      const counted = others[status] ?? 0
      const listed = told.get(status)?.length ?? 0
      return [
        ...(counted === listed ? [] : [wrong(`${counted} rows are counted ${status}, ${listed} reported`)]),
        ...(listed === 0 || allowed.includes(status) ? [] : [wrong(`rows are ${status} in ${one.state}`)]),
      ]
    }),
    ...one.report.flatMap(({ row, email }) =>
      wish.rows.get(row)?.some((meant) => meant.email === email) === true
        ? []
        : [wrong(`row ${row} is not as it was sent`)],
    ),
  ]
}

/** By which event of the audit an import comes to a state. */
const stateAfter: Readonly<Record<string, ImportState>> = {
  "import.received": "validating",
  "import.corrected": "validating",
  "import.policy_changed": "validating",
  "import.started": "running",
}

const checkEdges = (one: KeptImport, wish: Wish | undefined): ReadonlyArray<Violation> => {
  const wrong = (what: string) => [{ rule: "I11", what: `${one.file}: ${what}` }]
  const path = one.events.map((event) => stateAfter[event] ?? (event.replace("import.", "") as ImportState))
  const [first, ...others] = path
  if (first !== "validating" || path.filter((_, at) => one.events[at] === "import.received").length !== 1)
    return wrong(`begins with ${one.events.join(", ")}`)
  for (const [at, to] of others.entries()) {
    const from = path[at] as ImportState
    const stays = from === "validating" && to === "validating"
    if (!stays && !importEdges[from].includes(to)) return wrong(`moved from ${from} to ${to}`)
  }
  if (path.at(-1) !== one.state) return wrong(`is ${one.state}, and its audit ends ${path.at(-1)}`)
  return wish !== undefined &&
    !isAlong(
      toldOf(wish).map(({ state }) => state),
      path,
    )
    ? wrong("clients were told states in another order than the audit has them")
    : []
}

/** Whether states seen one after another are some of the path, in its order. */
const isAlong = (seen: ReadonlyArray<string>, path: ReadonlyArray<string>): boolean => {
  let at = 0
  for (const state of seen) {
    while (at < path.length && path[at] !== state) at++
    if (at === path.length) return false
  }
  return true
}
