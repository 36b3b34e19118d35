import { CellsAreNotTooLong } from "./cell/CellsAreNotTooLong.ts"
import { CellsAreWholeUnicode } from "./cell/CellsAreWholeUnicode.ts"
import { CellsHaveNoControlCharacters } from "./cell/CellsHaveNoControlCharacters.ts"
import { EmailIsWellFormed } from "./cell/EmailIsWellFormed.ts"
import { RequiredCellsAreFilled } from "./cell/RequiredCellsAreFilled.ts"
import { EmailIsFree } from "./platform-user/EmailIsFree.ts"
import { EmailOccursOnce } from "./platform-user/EmailOccursOnce.ts"
import { ImporterMayAdd } from "./platform-user/ImporterMayAdd.ts"
import { LanguageCodeIsOne } from "./platform-user/LanguageCodeIsOne.ts"
import { PhonesLookLikePhones } from "./platform-user/PhonesLookLikePhones.ts"
import type { PlatformKnown } from "./platform-user/PlatformKnown.ts"
import { UsernameIsFree } from "./platform-user/UsernameIsFree.ts"
import { UsernameIsWellFormed } from "./platform-user/UsernameIsWellFormed.ts"
import { UsernameOccursOnce } from "./platform-user/UsernameOccursOnce.ts"
import type { Rule } from "./Rule.ts"

/** Every rule a platform user's row is held against, in the order its issues are told. */
export const platformUserRules: ReadonlyArray<Rule<PlatformKnown>> = [
  ImporterMayAdd,
  RequiredCellsAreFilled,
  CellsAreWholeUnicode,
  CellsHaveNoControlCharacters,
  CellsAreNotTooLong,
  EmailIsWellFormed,
  UsernameIsWellFormed,
  PhonesLookLikePhones,
  LanguageCodeIsOne,
  EmailOccursOnce,
  UsernameOccursOnce,
  EmailIsFree,
  UsernameIsFree,
]
