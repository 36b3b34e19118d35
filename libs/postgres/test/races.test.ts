import { assert, it } from "@effect/vitest"
import {
  checkedRows,
  chunkUpTo,
  claimed,
  countsAndRows,
  finding,
  makeImport,
  newWord,
  newcomer,
  odd,
  platform,
  rowCells,
  runningImport,
} from "@muster/conformance/importScenes"
import { person } from "@muster/conformance/person"
import { Imports } from "@muster/domain/ports/Imports"
import { ImportWork } from "@muster/domain/ports/ImportWork"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { Effect, Exit, Fiber } from "effect"
import { afterAll } from "vitest"
import { startStore } from "./startStore.ts"

const store = await startStore()
afterAll(store.stop)
const ports = store.process()

/** Lets `first` get as far as row 3, and `second` begin, before either can go on. */
const inTheMiddle = <A, E, B, F, R, S>(
  importId: string,
  first: Effect.Effect<A, E, R>,
  second: Effect.Effect<B, F, S>,
) =>
  Effect.gen(function* () {
    yield* Effect.promise(() => store.sql.unsafe("begin"))
    yield* Effect.promise(
      () => store.sql`select from import_rows where import_id = ${importId} and row = 3 for update`,
    )
    const one = yield* Effect.forkChild(first)
    yield* waiting(1)
    const other = yield* Effect.forkChild(second)
    yield* waiting(2)
    yield* Effect.promise(() => store.sql.unsafe("commit"))
    return [yield* Fiber.await(one), yield* Fiber.await(other)] as const
  })

/** Until so many statements wait for a lock. A transaction sees activity as it first saw it, until told otherwise. */
const waiting = (many: number) =>
  Effect.promise(async () => {
    for (;;) {
      await store.sql`select pg_stat_clear_snapshot()`
      const [found] = await store.sql`
        select count(*)::int as many from pg_stat_activity where wait_event_type = 'Lock'`
      if (found?.["many"] >= many) return
    }
  })

it.live("a row corrected while findings about it are saved is counted as what it is", () =>
  Effect.gen(function* () {
    const imports = yield* Imports
    const work = yield* ImportWork
    const { id } = yield* makeImport(platform, [newWord(), newWord()])
    const held = yield* claimed(id)
    const [row] = yield* imports.rows(id, { statuses: null, after: 0, limit: 1 })
    const becomes = { ...rowCells(2, newWord()), cells: ["other"] }
    yield* inTheMiddle(
      id,
      work.saveFindings(held, checkedRows([finding(2, "valid"), finding(3, "valid")])),
      imports.correctRows(platform, id, [{ was: row?.cells ?? [], becomes }]),
    )
    const { counts, counted } = yield* countsAndRows(platform, id)
    assert.deepEqual(counts, counted)
  }).pipe(Effect.provide(ports)),
)

it.live("two rows corrected at once are both corrected", () =>
  Effect.gen(function* () {
    const imports = yield* Imports
    const words = [newWord(), newWord()]
    const { id } = yield* makeImport(platform, words)
    const correct = (row: number) =>
      imports.correctRows(platform, id, [
        {
          was: [words[row - 2] ?? "", odd],
          becomes: { ...rowCells(row, newWord()), cells: [`corrected ${row}`] },
        },
      ])
    yield* inTheMiddle(id, correct(3), correct(2))
    const rows = yield* imports.rows(id, { statuses: null, after: 0, limit: 9 })
    assert.deepEqual(
      rows.map(({ cells }) => cells),
      [["corrected 2"], ["corrected 3"]],
    )
    const { counts, counted } = yield* countsAndRows(platform, id)
    assert.deepEqual(counts, counted)
  }).pipe(Effect.provide(ports)),
)

it.live("an import cancelled while findings are saved has no row left half done", () =>
  Effect.gen(function* () {
    const imports = yield* Imports
    const work = yield* ImportWork
    const { id } = yield* makeImport(platform, [newWord(), newWord(), newWord()])
    const held = yield* claimed(id)
    yield* inTheMiddle(
      id,
      work.saveFindings(held, checkedRows([finding(2, "valid"), finding(3, "invalid")])),
      imports.cancel(platform, id),
    )
    const { counts, counted } = yield* countsAndRows(platform, id)
    assert.deepEqual(counts, counted)
    assert.strictEqual(counts.unprocessed, 3)
  }).pipe(Effect.provide(ports)),
)

it.live("an import cancelled while people are created tells who was", () =>
  Effect.gen(function* () {
    const imports = yield* Imports
    const work = yield* ImportWork
    const words = [newWord(), newWord(), newWord()]
    const held = yield* runningImport(platform, words)
    yield* inTheMiddle(
      held.import.id,
      work.writeUsers(
        held,
        chunkUpTo(3, {
          created: words.slice(0, 2).map((word, at) => newcomer(at + 2, word)),
          findings: [finding(3, "valid")],
        }),
      ),
      imports.cancel(platform, held.import.id),
    )
    const { counts, counted } = yield* countsAndRows(platform, held.import.id)
    assert.deepEqual(counts, counted)
    assert.deepInclude(counts, { created: 2, unprocessed: 1 })
  }).pipe(Effect.provide(ports)),
)

/** Lets `chunks` begin to write, each held up by somebody of the words until `meanwhile` is done. */
const heldUp = <A, E, R, B, F, S>(
  words: ReadonlyArray<string>,
  chunks: ReadonlyArray<Effect.Effect<A, E, R>>,
  meanwhile: Effect.Effect<B, F, S>,
) =>
  Effect.gen(function* () {
    yield* Effect.promise(() => store.sql.unsafe("begin"))
    for (const { email, emailKey, username, usernameKey, firstName, lastName } of words.map(person))
      yield* Effect.promise(
        () => store.sql`
          insert into platform_users (email, email_key, username, username_key, first_name, last_name, search_text,
            status, platform_role)
          values (${email}, ${emailKey}, ${username}, ${usernameKey}, ${firstName}, ${lastName}, '', 'active', 'none')`,
      )
    const begun = yield* Effect.forEach(chunks, (chunk) => Effect.forkChild(chunk))
    yield* waiting(chunks.length)
    yield* meanwhile
    yield* Effect.promise(() => store.sql.unsafe("rollback"))
    return yield* Effect.forEach(begun, Fiber.await)
  })

it.live("two chunks of an import that are written at once are both counted", () =>
  Effect.gen(function* () {
    const work = yield* ImportWork
    const words = [newWord(), newWord(), newWord()]
    const held = yield* runningImport(platform, words)
    const people = words.map((word, at) => newcomer(at + 2, word))
    yield* heldUp(
      [words[0] ?? "", words[2] ?? ""],
      [
        work.writeUsers(held, chunkUpTo(3, { created: people.slice(0, 2) })),
        work.writeUsers(held, chunkUpTo(4, { after: 3, created: people.slice(2) })),
      ],
      Effect.void,
    )
    const done = yield* work.settle(held, "completed")
    assert.deepInclude(done.counts, { created: 3, unprocessed: 0 })
    const { counts, counted } = yield* countsAndRows(platform, held.import.id)
    assert.deepEqual(counts, counted)
  }).pipe(Effect.provide(ports)),
)

it.live("a chunk whose import is cancelled while it is written makes nobody", () =>
  Effect.gen(function* () {
    const imports = yield* Imports
    const users = yield* PlatformUsers
    const work = yield* ImportWork
    const words = [newWord(), newWord()]
    const held = yield* runningImport(platform, words)
    const created = words.map((word, at) => newcomer(at + 2, word))
    const [exit] = yield* heldUp(
      words.slice(1),
      [Effect.flip(work.writeUsers(held, chunkUpTo(3, { created })))],
      imports.cancel(platform, held.import.id),
    )
    assert.isTrue(exit !== undefined && Exit.isSuccess(exit) && exit.value._tag === "WorkLost")
    const keys = { emailKeys: words.map((word) => person(word).emailKey), usernameKeys: [] }
    assert.lengthOf(yield* users.known(keys), 0)
    const { counts, counted } = yield* countsAndRows(platform, held.import.id)
    assert.deepEqual(counts, counted)
    assert.deepInclude(counts, { created: 0, unprocessed: 2 })
  }).pipe(Effect.provide(ports)),
)
