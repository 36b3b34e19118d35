import { CellsAreNotTooLong } from "./cell/CellsAreNotTooLong.ts"
import { CellsAreWholeUnicode } from "./cell/CellsAreWholeUnicode.ts"
import { CellsHaveNoControlCharacters } from "./cell/CellsHaveNoControlCharacters.ts"
import { DomainIsOfOneAlphabet } from "./cell/DomainIsOfOneAlphabet.ts"
import { EmailIsWellFormed } from "./cell/EmailIsWellFormed.ts"
import { NumbersAreWhole } from "./cell/NumbersAreWhole.ts"
import { RequiredCellsAreFilled } from "./cell/RequiredCellsAreFilled.ts"
import { EmailIsFree } from "./platform-user/EmailIsFree.ts"
import { EmailOccursOnce } from "./platform-user/EmailOccursOnce.ts"
import { ImporterMayWrite } from "./platform-user/ImporterMayWrite.ts"
import { LanguageCodeIsOne } from "./platform-user/LanguageCodeIsOne.ts"
import { PhonesLookLikePhones } from "./platform-user/PhonesLookLikePhones.ts"
import type { PlatformKnown } from "./platform-user/PlatformKnown.ts"
import { UserIsChangeable } from "./platform-user/UserIsChangeable.ts"
import { UserIsThere } from "./platform-user/UserIsThere.ts"
import { UsernameIsFree } from "./platform-user/UsernameIsFree.ts"
import { UsernameIsWellFormed } from "./platform-user/UsernameIsWellFormed.ts"
import { UsernameOccursOnce } from "./platform-user/UsernameOccursOnce.ts"
import type { Rule } from "./Rule.ts"

/** Every rule a platform user's row is held against, in the order its issues are told. */
export const platformUserRules: ReadonlyArray<Rule<PlatformKnown>> = [
  ImporterMayWrite,
  RequiredCellsAreFilled,
  CellsAreWholeUnicode,
  CellsHaveNoControlCharacters,
  CellsAreNotTooLong,
  NumbersAreWhole,
  EmailIsWellFormed,
  DomainIsOfOneAlphabet,
  UsernameIsWellFormed,
  PhonesLookLikePhones,
  LanguageCodeIsOne,
  EmailOccursOnce,
  UsernameOccursOnce,
  UserIsThere,
  UserIsChangeable,
  EmailIsFree,
  UsernameIsFree,
]
