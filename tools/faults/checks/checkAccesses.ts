import type { Directory, KeptImport } from "../Directory.ts"
import type { Wish } from "./Wishes.ts"
import type { Violation } from "./Violation.ts"

/**
 * All rows of a file of step 2 have given access, but for people who had other access already, or none has (I2, I4); nobody has access but in the database, department
 * and group that a file has given (I7).
 */
export const checkAccesses = (
  wishes: ReadonlyMap<string, Wish>,
  { imports, accesses }: Directory,
): ReadonlyArray<Violation> => {
  const there = new Map(
    accesses.map((one) => [`${one.databaseId} ${one.email}`, `${one.department} ${one.group}`]),
  )
  const given = new Map<string, string>()
  const violations: Array<Violation> = []
  for (const one of imports) {
    const wish = wishes.get(one.file)
    if (one.databaseId === null || wish === undefined) continue
    violations.push(...checkOutcome(one, wish))
    if (one.state !== "completed") continue
    for (const { row, status, email } of one.report) {
      const place = wish.rows.get(row)?.[0]?.cells.join(" ") ?? ""
      const key = `${one.databaseId} ${email}`
      if (status === "created" && given.has(key))
        violations.push({ rule: "I2", what: `${one.file}: access of row ${row} was given twice` })
      if (status === "created") given.set(key, place)
      if (status !== "failed" && there.get(key) !== place)
        violations.push({
          rule: "I2",
          what: `${one.file}: row ${row} is ${status}, access is ${there.get(key)}`,
        })
    }
  }
  for (const [key] of there)
    if (!given.has(key))
      violations.push({ rule: "I7", what: `access in ${key.split(" ")[0]} that no import gave` })
  return violations
}

const checkOutcome = ({ file, state, counts }: KeptImport, wish: Wish): ReadonlyArray<Violation> => {
  const isWrong = [...wish.rows.values()].some((meant) => meant.every(({ as }) => as === "wrong"))
  const { rows = 0, created = 0, unchanged = 0 } = counts
  const shared = [...wish.rows.values()].filter((meant) => meant.some(({ as }) => as === "shared"))
  if (isWrong && (state !== "refused" || created > 0))
    return [{ rule: "I4", what: `${file} has a wrong row, is ${state} and has given ${created}` }]
  return state === "completed" && created + unchanged < rows - shared.length
    ? [{ rule: "I2", what: `${file} has given ${created + unchanged} of ${rows}` }]
    : []
}
