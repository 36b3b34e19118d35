import { Effect, Option, Stream } from "effect"
import { isGone } from "../model/PlatformUser.ts"
import { PlatformUsers, type UserQuery } from "../ports/PlatformUsers.ts"
import { cellsOfUser } from "../rows/cellsOfUser.ts"
import { columnsOf } from "../rows/columnsOf.ts"

const atOnce = 500

/**
 * The users asked for as a table, in the columns of a step 1 file, so that it can be corrected and uploaded. Those
 * who are gone are in it only where their status is asked for: an import accepts nothing about them.
 */
export const downloadUsers = (wanted: Omit<UserQuery, "limit" | "cursor">) => {
  const columns = columnsOf("platform-users").map(({ name }) => name)
  return {
    header: columns,
    rows: Stream.paginate(null, (cursor: string | null) =>
      Effect.gen(function* () {
        const { items, nextCursor } = yield* (yield* PlatformUsers).list({ ...wanted, cursor, limit: atOnce })
        const shown = items.filter((user) => wanted.status !== null || !isGone(user))
        const rows = shown.map(cellsOfUser).map((cells) => columns.map((name) => cells[name] ?? ""))
        return [rows, nextCursor === null ? Option.none() : Option.some<string | null>(nextCursor)] as const
      }),
    ),
  }
}
