import { Clock, Effect, Layer, Option } from "effect"
import { linkDays } from "../messages/tellMail.ts"
import type { Standing } from "../model/Standing.ts"
import { Outbox } from "../ports/Outbox.ts"
import { PlatformUserNotFound } from "../ports/PlatformUsers.ts"
import { LinkNotValid } from "../ports/SignInLinks.ts"
import { CurrentActor, musterActorId } from "../rights/CurrentActor.ts"
import { userActorId } from "../rights/Actor.ts"
import { leaveLine } from "./leaveLine.ts"
import { createdByImport } from "./createdByImport.ts"
import { MemoryState, type MemoryMail } from "./MemoryState.ts"
import { toPlatformUser } from "./memoryPlatformUsers.ts"

const hour = 3_600_000

/** The reference meaning of the port `Outbox`. */
export const memoryOutbox = Layer.effect(
  Outbox,
  Effect.gen(function* () {
    const { users, rows, mails, links, passwords, apiKeys, audit } = yield* MemoryState
    const createdBy = (importId: string) => {
      const created = createdByImport(rows.get(importId))
      return [...users.values()].filter(({ id }) => created.has(id))
    }
    const isActive = (id: string) => users.get(id)?.status === "active"
    const ask = (mail: Pick<MemoryMail, "userId" | "purpose" | "importId">, now: number) => {
      for (const [id, other] of mails)
        if (other.userId === mail.userId && other.purpose === mail.purpose && other.state === "waiting") {
          mails.set(id, { ...other, dueAt: now, importId: mail.importId ?? other.importId })
          return
        }
      mails.set(crypto.randomUUID(), { ...mail, state: "waiting", dueAt: now, tries: 0, takenUntil: 0 })
    }
    const holderOf = Effect.fnUntraced(function* (tokenHash: string) {
      const now = yield* Clock.currentTimeMillis
      const link = links.get(tokenHash)
      const user = users.get(link?.userId ?? "")
      if (!link || link.until <= now || user?.status !== "active") return yield* new LinkNotValid()
      return user
    })

    return Outbox.of({
      put: Effect.fnUntraced(function* (userId, purpose) {
        if (!isActive(userId)) return yield* new PlatformUserNotFound({ id: userId })
        const actor = yield* CurrentActor
        ask({ userId, purpose, importId: null }, yield* Clock.currentTimeMillis)
        leaveLine({ audit }, actor, "mail.asked", { userId, details: { purpose } })
      }),
      inviteCreated: (importId) =>
        Effect.gen(function* () {
          const [now, actor] = [yield* Clock.currentTimeMillis, yield* CurrentActor]
          const invited = new Set(
            [...mails.values()].filter((mail) => mail.importId === importId).map(({ userId }) => userId),
          )
          const wanted = createdBy(importId).filter(
            ({ id }) => isActive(id) && !passwords.has(id) && !invited.has(id),
          )
          for (const { id } of wanted) ask({ userId: id, purpose: "invitation", importId }, now)
          if (wanted.length > 0)
            leaveLine({ audit }, actor, "mails.asked", { importId, details: { mails: wanted.length } })
          return wanted.length
        }),
      standing: (importId) =>
        Effect.sync((): Standing => {
          const of = { created: 0, notInvited: 0, waiting: 0, delivered: 0, bounced: 0, accepted: 0 }
          for (const { id } of createdBy(importId)) {
            of.created++
            const last = [...mails.values()]
              .filter((mail) => mail.userId === id && mail.purpose === "invitation")
              .at(-1)
            of[passwords.has(id) ? "accepted" : (last?.state ?? "notInvited")]++
          }
          return of
        }),
      take: ({ tokenHash, leaseSeconds }) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const [due] = [...mails]
            .filter(([, mail]) => mail.state === "waiting" && mail.dueAt <= now && mail.takenUntil <= now)
            .filter(([, mail]) => isActive(mail.userId))
            .sort(([, one], [, other]) => one.dueAt - other.dueAt)
          const user = users.get(due?.[1].userId ?? "")
          if (!due || !user) return Option.none()
          const [id, mail] = due
          mails.set(id, { ...mail, takenUntil: now + leaseSeconds * 1000, tries: mail.tries + 1 })
          for (const [hash, link] of links)
            if (link.userId === mail.userId && link.purpose === mail.purpose) links.delete(hash)
          const until = now + linkDays[mail.purpose] * 24 * hour
          links.set(tokenHash, { userId: mail.userId, purpose: mail.purpose, until })
          return Option.some({ id, purpose: mail.purpose, user: toPlatformUser(user) })
        }),
      settle: (id, state) =>
        Effect.sync(() => {
          const mail = mails.get(id)
          if (mail?.state !== "waiting") return
          mails.set(id, { ...mail, state })
          leaveLine({ audit }, musterActorId, `mail.${state}`, {
            userId: mail.userId,
            details: { purpose: mail.purpose },
          })
        }),
      postpone: (id) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const mail = mails.get(id)
          if (mail) mails.set(id, { ...mail, takenUntil: 0, dueAt: now + waitSeconds(mail.tries) * 1000 })
        }),
      holder: (tokenHash) => Effect.map(holderOf(tokenHash), toPlatformUser),
      choosePassword: Effect.fnUntraced(function* (tokenHash, passwordHash) {
        const user = yield* holderOf(tokenHash)
        for (const [hash, link] of links) if (link.userId === user.id) links.delete(hash)
        for (const [id, key] of apiKeys) if (key.ownerId === user.id) apiKeys.delete(id)
        passwords.set(user.id, passwordHash)
        leaveLine({ audit }, userActorId(user.id), "password.chosen", { userId: user.id })
        return toPlatformUser(user)
      }),
    })
  }),
)

/** How long a mail waits after so many tries, in seconds: 1, 2, 4 … up to an hour. */
const waitSeconds = (tries: number): number => Math.min(2 ** Math.max(0, tries - 1), 3600)
