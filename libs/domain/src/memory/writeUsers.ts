import { importerOf, type Import } from "../model/Import.ts"
import type { UserChunk } from "../ports/ImportWork.ts"
import { leaveLine } from "./leaveLine.ts"
import { isTaken, tellChange } from "./memoryPlatformUsers.ts"
import type { MemoryState } from "./MemoryState.ts"

/**
 * Makes, changes and removes a chunk's people, and answers the ids of those made, by row; null, and nothing done,
 * when somebody is not as found.
 */
export const writeUsers = (
  state: MemoryState["Service"],
  one: Pick<Import, "id" | "createdBy" | "startedBy">,
  { created, updated, removed }: UserChunk,
): ReadonlyMap<number, string> | null => {
  const { users, accesses, passwords, mails, links } = state
  const [actor, importId] = [importerOf(one), one.id]
  const after = new Map(users)
  for (const { userId, version } of removed) {
    const isBound = passwords.has(userId) || accesses.some((access) => access.userId === userId)
    if (users.get(userId)?.version !== version || isBound) return null
    after.delete(userId)
  }
  for (const { person, userId, version } of updated) {
    const user = users.get(userId)
    if (user?.version !== version) return null
    after.delete(userId)
    if (isTaken(after, person)) return null
    after.set(userId, { ...user, ...person, version: version + 1 })
  }
  const made = created.map((found) => ({ ...found, userId: crypto.randomUUID() }))
  for (const { person, userId } of made) {
    if (isTaken(after, person)) return null
    after.set(userId, { ...person, id: userId, status: "active", platformRole: "none", version: 1 })
  }

  for (const { userId } of removed) {
    users.delete(userId)
    for (const [id, mail] of mails) if (mail.userId === userId) mails.delete(id)
    for (const [hash, link] of links) if (link.userId === userId) links.delete(hash)
  }
  for (const [userId, user] of after) {
    const before = users.get(userId)
    users.set(userId, user)
    if (before && before !== user)
      leaveLine(state, actor, "user.changed", { userId, importId, ...tellChange(before, user) })
  }
  for (const [event, people] of [
    ["users.created", created],
    ["users.removed", removed],
  ] as const)
    if (people.length > 0) leaveLine(state, actor, event, { importId, details: { users: people.length } })
  return new Map(made.map(({ row, userId }) => [row, userId]))
}
