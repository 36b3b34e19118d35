import type { AccessKnown } from "./access/AccessKnown.ts"
import { accessRules } from "./accessRules.ts"
import type { PlatformKnown } from "./platform-user/PlatformKnown.ts"
import { platformUserRules } from "./platformUserRules.ts"
import type { Rule } from "./Rule.ts"
import { AccessIsUntouched } from "./undo/AccessIsUntouched.ts"
import { FieldsAreAsLeft } from "./undo/FieldsAreAsLeft.ts"
import { ImporterMayRemove } from "./undo/ImporterMayRemove.ts"
import type { BoundKnown, UndoKnown } from "./undo/UndoKnown.ts"
import { UserIsUnbound } from "./undo/UserIsUnbound.ts"
import { UserIsUntouched } from "./undo/UserIsUntouched.ts"

/** What somebody created by an import is held against before they are removed. */
export const removalRules: ReadonlyArray<Rule<PlatformKnown & BoundKnown>> = [
  ImporterMayRemove,
  UserIsUntouched,
  UserIsUnbound,
]

/** What somebody changed by an import is held against before they are set back: besides, what any change is. */
export const settingBackRules: ReadonlyArray<Rule<PlatformKnown & UndoKnown>> = [
  FieldsAreAsLeft,
  ...platformUserRules,
]

/** What access that an import gave is held against before it is taken away. */
export const takingAwayRules: ReadonlyArray<Rule<AccessKnown>> = [AccessIsUntouched]

/** What access that an import changed is held against before it is set back. */
export const placingBackRules: ReadonlyArray<Rule<AccessKnown & UndoKnown>> = [
  FieldsAreAsLeft,
  ...accessRules,
]
