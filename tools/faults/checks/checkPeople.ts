import { emailKey } from "@muster/domain/model/emailKey"
import type { Directory, KeptImport, KeptUser } from "../Directory.ts"
import type { MeantRow } from "../Journal.ts"
import type { Wish } from "./Wishes.ts"
import type { Violation } from "./Violation.ts"

/**
 * A row is reported as created if, and only if, it has made the user that it says, once, as many as counts and
 * audit say, and a completed import has made everybody of its own (I2); nothing comes of an import that never ran
 * (I4); no key is there twice, and each is the canonical one (I5).
 */
export const checkPeople = (
  wishes: ReadonlyMap<string, Wish>,
  { imports, users }: Directory,
): ReadonlyArray<Violation> => {
  const made = Map.groupBy(users, ({ importId }) => importId ?? "")
  const known = new Set(imports.map(({ id }) => id))
  const removed = new Map(
    imports.flatMap(({ undoes, report }) =>
      undoes === null ? [] : [[undoes, rowsThatAre(report, "removed")]],
    ),
  )
  const keys = Map.groupBy(users, (user) => user.emailKey)
  return [
    ...imports.flatMap((one) => {
      const wish = wishes.get(one.file)
      return one.databaseId !== null || wish === undefined
        ? []
        : checkImport(one, wish, {
            users: made.get(one.id) ?? [],
            removed: removed.get(one.id) ?? new Set(),
            isThere: (email) => keys.has(email),
          })
    }),
    ...[...made].flatMap(([id, { length }]) =>
      id === "" || known.has(id)
        ? []
        : [{ rule: "I2", what: `${length} users of an import that is not there` }],
    ),
    ...users.flatMap((user) =>
      emailKey(user.email) === user.emailKey ? [] : [{ rule: "I5", what: `${user.email} has another key` }],
    ),
    ...[...keys].flatMap(([key, { length }]) =>
      length === 1 ? [] : [{ rule: "I5", what: `${key} is there ${length} times` }],
    ),
  ]
}

const rowsThatAre = (report: KeptImport["report"], wanted: string): ReadonlySet<number> =>
  new Set(report.flatMap(({ row, status }) => (status === wanted ? [row] : [])))

/** What there is of an import: its users, the rows of those that its undoing has removed, and who is there at all. */
interface There {
  readonly users: ReadonlyArray<KeptUser>
  readonly removed: ReadonlySet<number>
  readonly isThere: (emailKey: string) => boolean
}

const ran = ["completed", "running", "cancelled", "failed"]

const checkImport = (
  one: KeptImport,
  wish: Wish,
  { users, removed, isThere }: There,
): ReadonlyArray<Violation> => {
  const wrong = (what: string, rule = "I2") => ({ rule, what: `${one.file} (${one.state}): ${what}` })
  const byRow = Map.groupBy(users, ({ row }) => row ?? 0)
  const meantAt = (row: number): ReadonlyArray<MeantRow> => wish.rows.get(row) ?? []
  const many = one.counts["created"] ?? 0
  return [
    ...(users.length === many - removed.size
      ? []
      : [wrong(`${many} users are counted, ${removed.size} removed, ${users.length} there`)]),
    ...(one.auditedRemovals === (one.counts["removed"] ?? 0)
      ? []
      : [wrong(`the audit has removed ${one.auditedRemovals}`, "I8")]),
    ...(one.auditedUsers === many ? [] : [wrong(`the audit has ${one.auditedUsers} of ${many} users`, "I8")]),
    ...(ran.includes(one.state) || users.length === 0 ? [] : [wrong(`made ${users.length} users`, "I4")]),
    ...users.flatMap(({ row, email, lastName }) =>
      meantAt(row ?? 0).some((meant) => meant.email === email && meant.cells[0] === lastName)
        ? []
        : [wrong(`the user of row ${row} is not as the row says`)],
    ),
    ...one.report.flatMap(({ row, status, email }) => {
      const [made, ...more] = byRow.get(row) ?? []
      const isMade = made !== undefined && more.length === 0
      if (isMade && removed.has(row)) return [wrong(`the user of row ${row} was removed and is there`)]
      if ((status === "created" && !removed.has(row)) !== isMade)
        return [wrong(`row ${row} is ${status}, users: ${more.length + (made ? 1 : 0)}`)]
      if (one.state !== "completed" || status === "created") return []
      const as = meantAt(row).map((meant) => meant.as)
      if (as.every((kind) => kind === "own")) return [wrong(`row ${row} is ${status}, and should be created`)]
      if (as.includes("undone"))
        return status === "removed" ? [] : [wrong(`row ${row} is ${status}, and should be removed`)]
      return as.includes("shared") && !isThere(email)
        ? [wrong(`row ${row} is ${status}, and nobody else is there by its e-mail`)]
        : []
    }),
  ]
}
