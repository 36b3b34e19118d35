import { assert, describe } from "@effect/vitest"
import { ImportWork } from "@muster/domain/ports/ImportWork"
import { Outbox } from "@muster/domain/ports/Outbox"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect, Option } from "effect"
import { chunkUpTo, newWord, newcomer, platform, runningImport } from "./importScenes.ts"
import { person } from "./person.ts"
import type { Ports } from "./portsConformance.ts"

/** Takes every mail that is due, and answers to whom they go. */
const takeAll = Effect.gen(function* () {
  const outbox = yield* Outbox
  const taken: Array<{ readonly id: string; readonly email: string; readonly tokenHash: string }> = []
  for (;;) {
    const tokenHash = newWord()
    const due = yield* outbox.take({ tokenHash, leaseSeconds: 60 })
    if (Option.isNone(due)) return taken
    taken.push({ id: due.value.id, email: due.value.user.email, tokenHash })
  }
})

/** Claims about mails with a link. */
export const outboxConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`the outbox (${name})`, () => {
    claim(
      "invites whom an import created, each once, whoever asks how often",
      Effect.gen(function* () {
        const outbox = yield* Outbox
        const work = yield* ImportWork
        const words = [newWord(), newWord(), newWord()]
        const held = yield* runningImport(platform, words)
        const created = words.slice(0, 2).map((word, at) => newcomer(at + 2, word))
        yield* work.writeUsers(held, chunkUpTo(3, { created }))
        const { id } = held.import
        const none = { created: 2, notInvited: 0, waiting: 0, delivered: 0, bounced: 0, accepted: 0 }
        assert.deepEqual(yield* outbox.standing(id), { ...none, notInvited: 2 })
        const everybody = { search: null, status: null, role: null, database: null, standing: null }
        const found = yield* (yield* PlatformUsers).list({
          ...everybody,
          importId: id,
          limit: 9,
          cursor: null,
        })
        assert.sameMembers(
          found.items.map(({ email }) => email),
          words.slice(0, 2).map((word) => person(word).email),
        )
        const asked = yield* Effect.all([outbox.inviteCreated(id), outbox.inviteCreated(id)], {
          concurrency: 2,
        })
        assert.include(asked, 2)
        assert.deepEqual(yield* outbox.standing(id), { ...none, waiting: 2 })
        assert.strictEqual(yield* outbox.inviteCreated(id), 0)

        const mine = (yield* takeAll).filter(({ email }) => words.some((word) => email.startsWith(word)))
        assert.lengthOf(mine, 2)
        assert.lengthOf(yield* takeAll, 0)
        const [first, second] = mine
        if (!first || !second) return
        yield* outbox.settle(first.id, "delivered")
        yield* outbox.settle(second.id, "bounced")
        yield* outbox.settle(second.id, "delivered")
        assert.deepEqual(yield* outbox.standing(id), { ...none, delivered: 1, bounced: 1 })
        assert.strictEqual((yield* outbox.choosePassword(first.tokenHash, "hash")).email, first.email)
        assert.deepEqual(yield* outbox.standing(id), { ...none, accepted: 1, bounced: 1 })
        assert.strictEqual(yield* outbox.inviteCreated(id), 0)
        assert.strictEqual((yield* outbox.standing("no import")).created, 0)
      }),
    )

    claim(
      "keeps one link a user and purpose, the last one, that works once and for active users alone",
      Effect.gen(function* () {
        const outbox = yield* Outbox
        const users = yield* PlatformUsers
        const user = yield* users.create(crypto.randomUUID(), person(newWord()))
        const link = Effect.gen(function* () {
          yield* outbox.put(user.id, "password")
          yield* outbox.put(user.id, "password")
          const [mail, ...more] = (yield* takeAll).filter(({ email }) => email === user.email)
          assert.lengthOf(more, 0)
          yield* outbox.settle(mail?.id ?? "", "delivered")
          return mail?.tokenHash ?? ""
        })
        const old = yield* link
        assert.deepEqual(yield* outbox.holder(old), user)
        const last = yield* link
        const refused = (effect: ReturnType<typeof outbox.choosePassword>) =>
          Effect.map(Effect.flip(effect), ({ _tag }) => assert.strictEqual(_tag, "LinkNotValid"))
        yield* refused(outbox.choosePassword(old, "hash"))
        yield* users.change(user.id, { status: "inactive" }, "superAdministrator")
        yield* refused(outbox.choosePassword(last, "hash"))
        assert.strictEqual((yield* Effect.flip(outbox.put(user.id, "password")))._tag, "PlatformUserNotFound")
        yield* users.change(user.id, { status: "active" }, "superAdministrator")
        const both = yield* Effect.all(
          [1, 2].map(() => Effect.exit(outbox.choosePassword(last, "hash"))),
          { concurrency: 2 },
        )
        assert.lengthOf(
          both.filter(({ _tag }) => _tag === "Success"),
          1,
        )
        yield* refused(outbox.holder(last))
      }),
    )

    claim(
      "tries a mail again later when it was postponed",
      Effect.gen(function* () {
        const outbox = yield* Outbox
        const users = yield* PlatformUsers
        const user = yield* users.create(crypto.randomUUID(), person(newWord()))
        yield* outbox.put(user.id, "invitation")
        const mine = Effect.map(takeAll, (all) => all.filter(({ email }) => email === user.email))
        const [mail] = yield* mine
        yield* outbox.postpone(mail?.id ?? "")
        assert.lengthOf(yield* mine, 0)
        yield* Effect.sleep("1100 millis")
        const [again] = yield* mine
        assert.strictEqual(again?.id, mail?.id)
        yield* outbox.settle(mail?.id ?? "", "delivered")
      }),
    )
  })
