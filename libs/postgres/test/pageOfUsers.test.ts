import { assert, it } from "@effect/vitest"
import type { Page } from "@muster/domain/model/Page"
import { isFound } from "@muster/domain/model/searchText"
import { Accesses } from "@muster/domain/ports/Accesses"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { sql, type SQL } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll } from "vitest"
import { pageOfUsers } from "../src/pageOfUsers.ts"
import { Postgres } from "../src/Postgres.ts"
import { makeCrowd } from "./makeCrowd.ts"
import { startStore } from "./startStore.ts"

const store = await startStore()
afterAll(store.stop)
const ports = store.process()
const crowd = await makeCrowd(store.sql)
const { large, small, importId } = crowd

/** Every page of a list, one after another. */
const toTheEnd = Effect.fnUntraced(function* <A, E, R>(
  pageAt: (cursor: string | null) => Effect.Effect<Page<A>, E, R>,
) {
  const items: Array<A> = []
  let cursor: string | null = null
  do {
    const page: Page<A> = yield* pageAt(cursor)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
})

const searches = [null, "zoe", "berg", "zqx", "zo", "example", "no such person"]
const everybody = { status: null, role: null, database: null, standing: null, importId: null }
const filters = [
  {},
  { status: "inactive" },
  { role: "userProvisioner" },
  { database: "none" },
  { database: large },
  { database: small },
  { standing: "invited" },
  { importId },
  { status: "inactive", database: large },
  { standing: "invited", database: "none", importId },
] as const

for (const filter of filters)
  it.live(`users are listed in order, each once, whatever is searched, with ${JSON.stringify(filter)}`, () =>
    Effect.gen(function* () {
      const users = yield* PlatformUsers
      for (const search of searches) {
        const query = { ...everybody, ...filter, search }
        const limit = search === null || search === "example" ? 500 : 100
        const found = yield* toTheEnd((cursor) => users.list({ ...query, limit, cursor }))
        const expected = crowd.people.filter(
          (one) =>
            (search === null || isFound(search, one.searchText)) &&
            (query.status === null || one.status === query.status) &&
            (query.role === null || one.role === query.role) &&
            (query.database === null ||
              (query.database === "none"
                ? one.places.length === 0
                : one.places.some(({ databaseId }) => databaseId === query.database))) &&
            (query.standing === null || one.isInvited) &&
            (query.importId === null || one.importId === query.importId),
        )
        assert.deepEqual(
          found.map(({ email }) => email),
          expected.map(({ email }) => email),
          search ?? "everybody",
        )
      }
    }).pipe(Effect.provide(ports)),
  )

for (const databaseId of [large, small])
  it.live(`a ${databaseId} database's users are listed in order, each once, wherever they have a place`, () =>
    Effect.gen(function* () {
      const accesses = yield* Accesses
      for (const search of [undefined, "zoe", "zqx"])
        for (const departmentId of [undefined, "below", "small"])
          for (const groupName of [undefined, "Few"]) {
            const asked = {
              ...(search && { search }),
              ...(departmentId && { departmentId }),
              ...(groupName && { groupName }),
            }
            const found = yield* toTheEnd((cursor) =>
              accesses.list(databaseId, { ...asked, limit: 200, cursor }),
            )
            const expected = crowd.people.filter((one) => {
              const here = one.places.filter((place) => place.databaseId === databaseId)
              return (
                here.length > 0 &&
                (!search || isFound(search, one.searchText)) &&
                (!departmentId ||
                  here.some((place) => crowd.within(departmentId).includes(place.departmentId))) &&
                (!groupName || here.some((place) => place.groupName === groupName))
              )
            })
            assert.deepEqual(
              found.map(({ email }) => email),
              expected.map(({ email }) => email),
              JSON.stringify(asked),
            )
          }
    }).pipe(Effect.provide(ports)),
  )

it.live("a page is the same wherever a sample would have it end", () =>
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const isSo = [sql`u.search_text like '%zo%'`]
    const wanted = { databaseId: null, inOrder: [], told: isSo, found: isSo }
    const expected = crowd.people.filter((one) => one.searchText.includes("zo")).map(({ email }) => email)
    const keysOf = (keys: SQL) =>
      Effect.map(
        run((db) => db.execute<{ email_key: string }>(keys)),
        (rows) => rows.map(({ email_key }) => email_key),
      )
    for (const end of ["", expected[0], expected[60], expected[100], expected[2_000], "~", null]) {
      let asked = 0
      const misled: typeof run = (statement) =>
        Effect.map(run(statement), (rows) =>
          ++asked === 2 ? ((end === null ? [] : [{ email_key: end }]) as typeof rows) : rows,
        )
      const found = yield* pageOfUsers(misled, wanted, { after: undefined, limit: 101 }, keysOf)
      assert.deepEqual(found, expected.slice(0, 101))
      assert.strictEqual(asked, 2)
    }
  }).pipe(Effect.provide(Postgres.layer({ url: store.url }))),
)
