import { Effect } from "effect"
import { noChanges, type FieldChange } from "../model/RowChanges.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { permissionsCell, permissionsIn } from "../rows/permissionsIn.ts"
import { cellsOfDepartment, cellsOfGroup } from "../rows/structureCells.ts"
import { rowUpon, type CellTexts } from "../rows/TextRow.ts"
import { repairFacts } from "../repairs/repairFacts.ts"
import { offerRepairs } from "../repairs/offerRepairs.ts"
import { checkRow } from "../rules/checkRow.ts"
import type { StructureKnown } from "../rules/structure/StructureKnown.ts"
import { structureRules } from "../rules/structureRules.ts"
import type { CheckedRow, ImportToCheck, ReadRow } from "./checkBatch.ts"
import { knowStructure } from "./knowStructure.ts"

/** Holds rows about a database's departments or groups against their rules: those that change one upon it. */
export const checkStructure = Effect.fnUntraced(function* (
  kind: "departments" | "permission-groups",
  one: ImportToCheck,
  databaseId: string,
  rows: ReadonlyArray<ReadRow>,
) {
  const known = yield* knowStructure(one, databaseId)
  const facts = repairFacts(known, new Map())
  const complete = { ...known, columns: columnsOf(kind) }
  return rows.map(({ row, text: given }): CheckedRow => {
    const there = cellsThere(kind, given.given, known)
    const text = rowUpon(given, one.mode === "create" ? {} : (there ?? {}), null)
    const checked = offerRepairs(
      checkRow(structureRules[kind], text, there ? known : complete, row.readingIssues),
      text,
      facts,
    )
    const fields = there && checked.status === "valid" ? changes(kind, there, text.values) : []
    const outcome = there === null ? "created" : fields.length > 0 ? "updated" : "unchanged"
    return {
      text,
      finding: {
        ...checked,
        outcome: checked.status === "valid" ? outcome : null,
        userId: null,
        changes: { ...noChanges, fields },
        access: null,
      },
    }
  })
})

/** What there is of the department or group that a row names, as cells; null where there is none. */
const cellsThere = (
  kind: "departments" | "permission-groups",
  { departmentId = "", groupName = "" }: CellTexts,
  { departments, groups }: StructureKnown,
): CellTexts | null => {
  const department = departments.get(departmentId)
  const group = groups.get(groupName)
  if (kind === "departments") return department ? cellsOfDepartment(department) : null
  return group ? cellsOfGroup(group) : null
}

const changes = (
  kind: "departments" | "permission-groups",
  before: CellTexts,
  after: CellTexts,
): ReadonlyArray<FieldChange> =>
  columnsOf(kind).flatMap(({ name }) => {
    const [was, is] = [compared(name, before[name]), compared(name, after[name])]
    return was === is ? [] : [{ column: name, before: was || null, after: is || null }]
  })

/** A cell as it is compared: permissions are a list, however it is written. */
const compared = (name: string, text = ""): string =>
  name === "permissions" ? permissionsCell(permissionsIn(text)) : text
