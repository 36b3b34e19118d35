import type { Department } from "../model/Department.ts"
import type { ImportKind, ImportOptions } from "../model/Import.ts"
import type { Issue, IssueCode } from "../model/Issue.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import type { PlatformUser } from "../model/PlatformUser.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { offerRepairs } from "../repairs/offerRepairs.ts"
import { repairFacts } from "../repairs/repairFacts.ts"
import { rowUpon, type TextRow } from "../rows/TextRow.ts"
import type { AccessKnown } from "../rules/access/AccessKnown.ts"
import { DepartmentExists } from "../rules/access/DepartmentExists.ts"
import { DepartmentIsOpen } from "../rules/access/DepartmentIsOpen.ts"
import { GroupExists } from "../rules/access/GroupExists.ts"
import { UserIsInPlatform } from "../rules/access/UserIsInPlatform.ts"
import { accessRules } from "../rules/accessRules.ts"
import { checkRow, type CheckedRow } from "../rules/checkRow.ts"
import { platformUserRules } from "../rules/platformUserRules.ts"
import type { Rule } from "../rules/Rule.ts"
import { ParentFits } from "../rules/structure/ParentFits.ts"
import { PermissionsAreKnown } from "../rules/structure/PermissionsAreKnown.ts"
import { structureRules } from "../rules/structureRules.ts"

/** What a database has, by which departments and groups that it has not are told before the server is asked. */
export interface DraftPlaces {
  readonly departments: ReadonlyMap<string, Department>
  readonly groups: ReadonlyMap<string, PermissionGroup>
}

/** Another row with the same e-mail, username, or department or group; null where the row stands alone. */
export interface DraftTwins {
  readonly email: number | null
  readonly username: number | null
  readonly thing: number | null
}

/** Holds a row that is being written against the rules, after what is known of it already, and offers repairs. */
export interface DraftCheck {
  readonly check: (row: TextRow, twins: DraftTwins, found: ReadonlyArray<Issue>) => CheckedRow
  /** Whether issues with the code are found here, and so need not be taken over from the server. */
  readonly decides: (code: IssueCode) => boolean
}

/**
 * The rules of a kind of file that need nobody's answer: no error that they find is one that the server would not
 * find. What hangs on who exists, and on who imports, is left to it; so are departments and groups where `places`
 * is null.
 */
export const draftCheck = (
  kind: ImportKind,
  { mode, invalidRows }: ImportOptions,
  places: DraftPlaces | null,
): DraftCheck => {
  const common = { columns: columnsOf(kind, mode), invalidRows, mode: "create" as const }
  const facts = repairFacts({ columns: columnsOf(kind), ...places }, nobody)
  const held = <Known>(
    rules: ReadonlyArray<Rule<Known>>,
    known: (row: TextRow, twins: DraftTwins) => Known,
  ): DraftCheck => ({
    decides: (code) => decided.has(code) || (places !== null && ofPlaces.has(code)),
    check: (given, twins, found) => {
      const row = rowUpon(given, {}, null)
      return offerRepairs(checkRow(rules, row, known(row, twins), found), row, facts)
    },
  })
  if (kind === "platform-users")
    return held(platformUserRules, (row, { email, username }) => ({
      ...common,
      mayAdd: true,
      mayChange: () => true,
      byEmail: nobody,
      byUsername: nobody,
      rowsByEmail: rowsOf(row.emailKey, email),
      rowsByUsername: rowsOf(row.usernameKey, username),
    }))
  if (kind === "database-users") {
    const rules = accessRules.filter((rule) => !(places === null ? unasked : unaskedOfPeople).includes(rule))
    const known = {
      ...common,
      users: nobody,
      accesses: new Map(),
      departments: places?.departments ?? new Map(),
      groups: places?.groups ?? new Map(),
      mayGrant: () => true,
    }
    return held(rules, (row, { email }) => ({ ...known, rowsByEmail: rowsOf(row.emailKey, email) }))
  }
  const rules = structureRules[kind].filter((rule) => rule !== ParentFits && rule !== PermissionsAreKnown)
  const known = {
    ...common,
    departments: new Map(),
    groups: new Map(),
    registered: [],
    parents: new Map(),
    mayWrite: true,
  }
  return held(rules, (row, { thing }) => ({ ...known, rowsById: rowsOf(thingOf(kind, row), thing) }))
}

/** What of step 2 only the server can tell: of people, and without `places` of departments and groups too. */
const unaskedOfPeople: ReadonlyArray<Rule<AccessKnown>> = [UserIsInPlatform, DepartmentIsOpen]
const unasked: ReadonlyArray<Rule<AccessKnown>> = [...unaskedOfPeople, DepartmentExists, GroupExists]

/** By what rows about the same department or group are known. */
export const thingOf = (kind: ImportKind, { given }: Pick<TextRow, "given">): string | null =>
  (kind === "departments" ? given.departmentId : kind === "permission-groups" ? given.groupName : null) ||
  null

const nobody: ReadonlyMap<string, PlatformUser> = new Map()

const rowsOf = (key: string | null, twin: number | null): ReadonlyMap<string, ReadonlyArray<number>> =>
  key === null || twin === null ? alone : new Map([[key, [twin]]])

const alone: ReadonlyMap<string, ReadonlyArray<number>> = new Map()

const decided: ReadonlySet<IssueCode> = new Set([
  "cell.required",
  "cell.too_long",
  "cell.control_character",
  "cell.invalid_unicode",
  "cell.digits_lost",
  "email.invalid",
  "email.non_ascii_local",
  "email.suspicious_domain",
  "email.duplicate_in_file",
  "username.invalid",
  "username.duplicate_in_file",
  "phone.invalid",
  "language_code.invalid",
  "access.duplicate_in_file",
  "department.duplicate_in_file",
  "group.duplicate_in_file",
])

const ofPlaces: ReadonlySet<IssueCode> = new Set(["department.unknown", "group.unknown", "group.ambiguous"])
