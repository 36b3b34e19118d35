import { CellsAreNotTooLong } from "./cell/CellsAreNotTooLong.ts"
import { CellsAreWholeUnicode } from "./cell/CellsAreWholeUnicode.ts"
import { CellsHaveNoControlCharacters } from "./cell/CellsHaveNoControlCharacters.ts"
import { NumbersAreWhole } from "./cell/NumbersAreWhole.ts"
import { RequiredCellsAreFilled } from "./cell/RequiredCellsAreFilled.ts"
import type { Rule } from "./Rule.ts"
import { DepartmentFits } from "./structure/DepartmentFits.ts"
import { GroupFits } from "./structure/GroupFits.ts"
import { ImporterMayBuild } from "./structure/ImporterMayBuild.ts"
import { ParentFits } from "./structure/ParentFits.ts"
import { PermissionsAreKnown } from "./structure/PermissionsAreKnown.ts"
import type { StructureKnown } from "./structure/StructureKnown.ts"

const cellRules: ReadonlyArray<Rule<StructureKnown>> = [
  RequiredCellsAreFilled,
  CellsAreWholeUnicode,
  CellsHaveNoControlCharacters,
  CellsAreNotTooLong,
  NumbersAreWhole,
]

/** Every rule a row is held against that is about what a database is made of, in the order its issues are told. */
export const structureRules: Readonly<
  Record<"departments" | "permission-groups", ReadonlyArray<Rule<StructureKnown>>>
> = {
  departments: [...cellRules, ImporterMayBuild, DepartmentFits, ParentFits],
  "permission-groups": [...cellRules, ImporterMayBuild, GroupFits, PermissionsAreKnown],
}
