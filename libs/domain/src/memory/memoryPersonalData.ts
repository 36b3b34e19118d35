import { Effect, Layer } from "effect"
import { anonymousPerson } from "../model/anonymousPerson.ts"
import { noChanges } from "../model/RowChanges.ts"
import { PersonalData, UserNotDeleted, type HeldNames } from "../ports/PersonalData.ts"
import { PlatformUserNotFound, UserChangedMeanwhile } from "../ports/PlatformUsers.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { leaveLine } from "./leaveLine.ts"
import { toPlatformUser } from "./memoryPlatformUsers.ts"
import { MemoryState, type MemoryRow } from "./MemoryState.ts"

/** The reference meaning of the port `PersonalData`. */
export const memoryPersonalData = Layer.effect(
  PersonalData,
  Effect.gen(function* () {
    const { users, deletedAt, accesses, apiKeys, rows, audit, links, mails, passwords, keys } =
      yield* MemoryState
    const rowsOf = (userId: string, names: HeldNames) =>
      [...rows.values()].flatMap((ofImport) =>
        [...ofImport].filter(([, row]) => isAbout(row, userId, names)).map(([at]) => ({ ofImport, at })),
      )
    const placesOf = (userId: string) => accesses.filter((one) => one.userId === userId)
    const keysOf = (userId: string) => [...apiKeys.values()].filter((key) => key.ownerId === userId)
    const linesOf = (userId: string) =>
      audit.filter((line) => line.userId === userId && line.personal !== null)
    const traces = (userId: string, names: HeldNames) => ({
      accesses: placesOf(userId).length,
      apiKeys: keysOf(userId).length,
      importRows: rowsOf(userId, names).length,
      auditLines: linesOf(userId).length,
    })

    return PersonalData.of({
      traces: (userId, names) => Effect.sync(() => traces(userId, names)),
      erase: (userId, names, version) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<PersonalData["Service"]["erase"]> => {
          const user = users.get(userId)
          if (!user) return new PlatformUserNotFound({ id: userId })
          if (user.status !== "deleted") return new UserNotDeleted()
          if (user.version !== version) return new UserChangedMeanwhile()
          const details = traces(userId, names)
          for (const { ofImport, at } of rowsOf(userId, names)) {
            const row = ofImport.get(at)
            if (row) ofImport.set(at, emptied(row))
          }
          for (const { databaseId } of placesOf(userId))
            leaveLine({ audit }, actor, "access.removed", { databaseId, userId })
          accesses.splice(0, accesses.length, ...accesses.filter((one) => one.userId !== userId))
          for (const { id } of keysOf(userId)) apiKeys.delete(id)
          for (const [hash, link] of links) if (link.userId === userId) links.delete(hash)
          for (const [id, mail] of mails) if (mail.userId === userId) mails.delete(id)
          for (const [name, { answer }] of keys)
            if (answer !== null && [userId, ...names.texts].some((text) => answer.body.includes(text)))
              keys.delete(name)
          passwords.delete(userId)
          for (const line of linesOf(userId)) audit[audit.indexOf(line)] = { ...line, personal: null }
          const nobody = {
            ...user,
            ...anonymousPerson(userId),
            status: "anonymised",
            platformRole: "none",
            version: version + 1,
          } as const
          users.set(userId, nobody)
          leaveLine({ audit }, actor, "user.anonymised", { userId, details })
          return Effect.succeed(toPlatformUser(nobody))
        }),
      due: (days, limit) =>
        Effect.sync(() => {
          const before = Date.now() - days * 24 * 60 * 60 * 1000
          return [...deletedAt]
            .filter(([id, at]) => at <= before && users.get(id)?.status === "deleted")
            .sort(([, a], [, b]) => a - b)
            .slice(0, limit)
            .map(([id]) => id)
        }),
    })
  }),
)

const isAbout = (row: MemoryRow, userId: string, { emailKeys, usernameKeys }: HeldNames) =>
  row.status !== "valid" &&
  row.cells.length > 0 &&
  (row.userId === userId ||
    (row.emailKey !== null && emailKeys.includes(row.emailKey)) ||
    (row.usernameKey !== null && usernameKeys.includes(row.usernameKey)))

/** The row without anything that was in its cells. */
const emptied = (row: MemoryRow): MemoryRow => ({
  ...row,
  cells: [],
  emailKey: null,
  usernameKey: null,
  readingIssues: [],
  issues: [],
  changes: noChanges,
})
