import { Effect, Option } from "effect"
import { importerOf } from "../model/Import.ts"
import { Actors } from "../ports/Actors.ts"
import { ImportWork, type KeyedRow } from "../ports/ImportWork.ts"
import { PlatformUsers, type PersonKeys } from "../ports/PlatformUsers.ts"
import { may, reaches } from "../rights/may.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import type { TextRow } from "../rows/TextRow.ts"
import type { PlatformKnown } from "../rules/platform-user/PlatformKnown.ts"
import type { ImportToCheck } from "./checkBatch.ts"

/**
 * Looks up what a batch of people is held against: whoever is there with their keys, and which rows of the file have
 * those of `maybeTwins`.
 */
export const knowPeople = Effect.fnUntraced(function* (
  one: ImportToCheck,
  batch: ReadonlyArray<TextRow>,
  maybeTwins: ReadonlyArray<TextRow>,
) {
  const users = yield* PlatformUsers
  const work = yield* ImportWork
  const importer = yield* (yield* Actors).find(importerOf(one))
  const keys = keysOf(batch)
  const people = yield* users.known(keys)
  const changing = one.mode === "create" ? [] : people.map(({ emailKey }) => emailKey)
  const repeated = keysOf(maybeTwins)
  const rows = yield* work.rowsWithKeys(one.id, {
    ...repeated,
    emailKeys: distinct([...repeated.emailKeys, ...changing]),
  })
  return {
    columns: columnsOf(one.kind),
    invalidRows: one.invalidRows,
    mode: one.mode,
    mayAdd: Option.exists(importer, (actor) => may(actor, "users.add", null) === "allowed"),
    mayChange: (user) =>
      Option.exists(
        importer,
        (actor) =>
          may(actor, "users.change", null) === "allowed" &&
          reaches(actor.platformRole, user?.platformRole ?? "none"),
      ),
    byEmail: new Map(people.map((person) => [person.emailKey, person])),
    byUsername: new Map(people.map((person) => [person.usernameKey, person])),
    rowsByEmail: rowsBy(rows, (row) => row.emailKey),
    rowsByUsername: rowsBy(rows, (row) => row.usernameKey),
  } satisfies PlatformKnown
})

/** The canonical keys of a batch's people, each once. */
export const keysOf = (batch: ReadonlyArray<TextRow>): PersonKeys => ({
  emailKeys: distinct(batch.map((row) => row.emailKey)),
  usernameKeys: distinct(batch.map((row) => row.usernameKey)),
})

/** Row numbers by a key, in order; rows without the key are left out. */
export const rowsBy = (
  rows: ReadonlyArray<KeyedRow>,
  keyOf: (row: KeyedRow) => string | null,
): ReadonlyMap<string, ReadonlyArray<number>> => {
  const found = new Map<string, Array<number>>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), row.row])
  }
  return found
}

const distinct = (keys: ReadonlyArray<string | null>): ReadonlyArray<string> => [
  ...new Set(keys.filter((key) => key !== null)),
]
