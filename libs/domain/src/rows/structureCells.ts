import type { Department } from "../model/Department.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import { permissionsCell } from "./permissionsIn.ts"
import type { CellTexts } from "./TextRow.ts"

/** A department as a row of a file has it, by column. */
export const cellsOfDepartment = ({
  departmentId,
  name,
  parentId,
}: Omit<Department, "closed">): CellTexts => ({
  departmentId,
  name,
  parentId: parentId ?? "",
})

/** A permission group as a row of a file has it, by column. */
export const cellsOfGroup = ({ groupName, description, permissions }: PermissionGroup): CellTexts => ({
  groupName,
  description,
  permissions: permissionsCell(permissions),
})
