import type { AccessKnown } from "./access/AccessKnown.ts"
import { AccessFits } from "./access/AccessFits.ts"
import { DepartmentExists } from "./access/DepartmentExists.ts"
import { DepartmentIsOpen } from "./access/DepartmentIsOpen.ts"
import { GroupExists } from "./access/GroupExists.ts"
import { GroupIsGrantable } from "./access/GroupIsGrantable.ts"
import { PersonOccursOnce } from "./access/PersonOccursOnce.ts"
import { UserIsInPlatform } from "./access/UserIsInPlatform.ts"
import { CellsAreNotTooLong } from "./cell/CellsAreNotTooLong.ts"
import { CellsAreWholeUnicode } from "./cell/CellsAreWholeUnicode.ts"
import { CellsHaveNoControlCharacters } from "./cell/CellsHaveNoControlCharacters.ts"
import { DomainIsOfOneAlphabet } from "./cell/DomainIsOfOneAlphabet.ts"
import { EmailIsWellFormed } from "./cell/EmailIsWellFormed.ts"
import { NumbersAreWhole } from "./cell/NumbersAreWhole.ts"
import { RequiredCellsAreFilled } from "./cell/RequiredCellsAreFilled.ts"
import type { Rule } from "./Rule.ts"

/** Every rule a row that gives access is held against, in the order its issues are told. */
export const accessRules: ReadonlyArray<Rule<AccessKnown>> = [
  RequiredCellsAreFilled,
  CellsAreWholeUnicode,
  CellsHaveNoControlCharacters,
  CellsAreNotTooLong,
  NumbersAreWhole,
  EmailIsWellFormed,
  DomainIsOfOneAlphabet,
  PersonOccursOnce,
  UserIsInPlatform,
  DepartmentExists,
  DepartmentIsOpen,
  GroupExists,
  GroupIsGrantable,
  AccessFits,
]
