import type { Department } from "../model/Department.ts"
import { emailKey } from "../model/emailKey.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import type { Column } from "../rows/Column.ts"
import type { NamedThing, RepairFacts } from "./Repair.ts"

/** What the rules know of a database, if they are about one. */
interface KnownPlaces {
  readonly columns: ReadonlyArray<Column>
  readonly departments?: ReadonlyMap<string, Department>
  readonly groups?: ReadonlyMap<string, PermissionGroup>
}

/** What repairs are held against, out of what the rules know: `people` are the batch's, by the keys of their e-mails. */
export const repairFacts = (
  { columns, departments, groups }: KnownPlaces,
  people: ReadonlyMap<string, unknown>,
): RepairFacts => {
  const ofDepartments = new Map(
    Array.from(departments ?? [], ([id, { name, closed }]) => [id, { name, isOpen: !closed }]),
  )
  const ofGroups = new Map(Array.from(groups ?? [], ([name]) => [name, { name, isOpen: true }]))
  return {
    columns,
    isSomebodys: (email) => people.has(emailKey(email) ?? ""),
    thingsOf: (column) =>
      column === "departmentId" || column === "parentId"
        ? ofDepartments
        : column === "groupName"
          ? ofGroups
          : nothing,
  }
}

const nothing: ReadonlyMap<string, NamedThing> = new Map()
