import { Effect, Schema } from "effect"
import { hasSeverity, Issue } from "../model/Issue.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import type { ColumnName } from "../rows/Column.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { newPlatformUser } from "../rows/newPlatformUser.ts"
import { textRow, type TextRow } from "../rows/TextRow.ts"
import { checkRow } from "../rules/checkRow.ts"
import { platformUserRules } from "../rules/platformUserRules.ts"
import { keysOf } from "./knowPeople.ts"

/** The person cannot be added as described. `issues` are those an import would find; their row is null. */
export class PlatformUserRefused extends Schema.TaggedError<PlatformUserRefused>()("PlatformUserRefused", {
  issues: Schema.Array(Issue),
}) {
  override get message() {
    return "The platform user cannot be added as described."
  }
}

/** Adds one person, under the same rules as a row of an import. The same id again answers who is there. */
export const createPlatformUser = Effect.fn("createPlatformUser")(
  function* (id: string, cells: Readonly<Partial<Record<ColumnName, string>>>) {
    const users = yield* PlatformUsers
    return yield* users.create(id, yield* checkPerson(id, cells))
  },
  Effect.retry({ times: 3, while: (error) => error._tag === "PersonTaken" }),
)

/** The person of these cells, held against the rules of a row; whoever has the id already is not in their way. */
export const checkPerson = Effect.fnUntraced(function* (
  id: string,
  cells: Readonly<Partial<Record<ColumnName, string>>>,
) {
  const columns = columnsOf("platform-users").map(({ name }) => name)
  const text = textRow(
    1,
    columns,
    columns.map((name) => cells[name] ?? ""),
  )
  const { status, issues } = checkRow(platformUserRules, text, yield* knowPerson(id, text), [])
  if (status !== "valid" || hasSeverity(issues, "error"))
    return yield* new PlatformUserRefused({ issues: issues.map((issue) => ({ ...issue, row: null })) })
  return newPlatformUser(text)
})

const knowPerson = Effect.fnUntraced(function* (id: string, text: TextRow) {
  const users = yield* PlatformUsers
  const others = (yield* users.known(keysOf([text]))).filter((person) => person.id !== id)
  return {
    columns: columnsOf("platform-users"),
    invalidRows: "refuse" as const,
    mode: "create" as const,
    mayAdd: true,
    mayChange: () => true,
    byEmail: new Map(others.map((person) => [person.emailKey, person])),
    byUsername: new Map(others.map((person) => [person.usernameKey, person])),
    rowsByEmail: new Map(),
    rowsByUsername: new Map(),
  }
})
