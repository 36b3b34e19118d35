import type { PlacedDepartment } from "../model/departmentTree.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"

/** What a database's users are given places from. */
export interface TemplateChoices {
  readonly departments: ReadonlyArray<PlacedDepartment>
  readonly groups: ReadonlyArray<PermissionGroup>
}

/** The column of the lists that the ids of departments are in, and the one of groups' names. */
export const [departmentsAt, groupsAt] = [0, 4]
const pathAt = 2

/**
 * The lists of an example file, a department and a group in each row: id, name and path of the one, a blank, and name
 * and description of the other.
 */
export const listRows = ({ departments, groups }: TemplateChoices): ReadonlyArray<ReadonlyArray<string>> =>
  Array.from({ length: Math.max(departments.length, groups.length) }, (_, at) => {
    const [department, group] = [departments[at], groups[at]]
    return [
      ...(department ? [department.departmentId, department.name, department.path] : ["", "", ""]),
      "",
      ...(group ? [group.groupName, group.description] : []),
    ]
  })

/** The lists of an example file that was made earlier, as its rows tell them below a title and a header. */
export const listsIn = (rows: ReadonlyArray<ReadonlyArray<string>>) => {
  const below = rows.slice(2)
  const paths = below.map((cells) => [cells[departmentsAt] ?? "", cells[pathAt] ?? ""] as const)
  const names = below.map((cells) => cells[groupsAt] ?? "")
  return {
    pathOf: new Map(paths.filter(([id]) => id !== "")),
    groups: new Set(names.filter((name) => name !== "")),
  }
}
