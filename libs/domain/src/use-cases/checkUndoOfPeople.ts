import { Effect } from "effect"
import { noChanges } from "../model/RowChanges.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import { cellsOfUser } from "../rows/cellsOfUser.ts"
import { personChanges } from "../rows/personChanges.ts"
import { personFields } from "../rows/personFields.ts"
import { cellsBefore, setBack } from "../rows/setBack.ts"
import { rowUpon } from "../rows/TextRow.ts"
import { checkRow } from "../rules/checkRow.ts"
import { removalRules, settingBackRules } from "../rules/undoRules.ts"
import type { CheckedRow, ImportToCheck, ReadRow } from "./checkBatch.ts"
import { alreadyUndone, neverRefusing, rowsUndone } from "./checkUndo.ts"
import { knowPeople } from "./knowPeople.ts"

/**
 * Holds rows of step 1 that are to be undone against what has become of their people: somebody created goes,
 * somebody changed is set back, as far as nobody has touched them since.
 */
export const checkUndoOfPeople = Effect.fnUntraced(function* (
  one: ImportToCheck,
  rows: ReadonlyArray<ReadRow>,
) {
  const made = yield* rowsUndone(one, rows)
  const ids = [...made.values()].flatMap(({ userId }) => userId ?? [])
  const bound = new Map((yield* (yield* PlatformUsers).bound(ids)).map((user) => [user.id, user]))
  const undone = rows.map(({ row, text }) => {
    const first = made.get(row.row)
    const user = bound.get(first?.userId ?? "") ?? null
    const now = user === null ? {} : personFields({ values: cellsOfUser(user) })
    const { back, kept } = setBack(first?.changes.fields ?? [], now)
    const removes = first?.outcome === "created"
    const given = removes ? text.given : cellsBefore(back)
    return {
      text: rowUpon({ ...text, given }, user === null ? {} : cellsOfUser(user), user),
      now,
      removes,
      isUndone: user === null || (!removes && back.length + kept.length === 0),
    }
  })
  const facts = yield* knowPeople(
    { ...one, mode: "update" },
    undone.map(({ text }) => text),
    [],
  )
  const now = new Map(undone.map(({ text, now }) => [text.row, now]))
  const known = { ...facts, made, now, bound }
  return undone.map(({ text, removes, isUndone }): CheckedRow => {
    const found = { userId: text.user?.id ?? null, changes: noChanges, access: null }
    if (isUndone) return { text, finding: { ...alreadyUndone(text), ...found } }
    const checked = neverRefusing(
      checkRow<typeof known>(removes ? removalRules : settingBackRules, text, known, []),
    )
    const fields = removes || checked.status !== "valid" ? [] : personChanges(text)
    const outcome = removes ? "removed" : "updated"
    return {
      text,
      finding: {
        ...checked,
        ...found,
        outcome: checked.status === "valid" ? outcome : null,
        changes: { ...noChanges, fields },
      },
    }
  })
})
