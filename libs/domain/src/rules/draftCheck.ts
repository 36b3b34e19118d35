import type { Department } from "../model/Department.ts"
import type { ImportKind, ImportOptions } from "../model/Import.ts"
import type { Issue, IssueCode } from "../model/Issue.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import type { PlatformUser } from "../model/PlatformUser.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { rowUpon, type TextRow } from "../rows/TextRow.ts"
import { DepartmentExists } from "./access/DepartmentExists.ts"
import { DepartmentIsOpen } from "./access/DepartmentIsOpen.ts"
import { GroupExists } from "./access/GroupExists.ts"
import { UserIsInPlatform } from "./access/UserIsInPlatform.ts"
import { accessRules } from "./accessRules.ts"
import { checkRow, type CheckedRow } from "./checkRow.ts"
import { platformUserRules } from "./platformUserRules.ts"
import { ParentFits } from "./structure/ParentFits.ts"
import { PermissionsAreKnown } from "./structure/PermissionsAreKnown.ts"
import { structureRules } from "./structureRules.ts"

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

/** Holds a row that is being written against the rules, after what is known of it already. */
export interface DraftCheck {
  readonly check: (row: TextRow, twins: DraftTwins, found: ReadonlyArray<Issue>) => CheckedRow
  /** Whether issues with the code are found here, and so need not be taken over from the server. */
  readonly decides: (code: IssueCode) => boolean
}

/**
 * The rules of a kind of file that need nobody's answer: none of its findings is one that the server would not
 * have. What hangs on who exists, and on who imports, the server finds; so with departments and groups where
 * `places` is null.
 */
export const draftCheck = (
  kind: ImportKind,
  { mode, invalidRows }: ImportOptions,
  places: DraftPlaces | null,
): DraftCheck => {
  const common = { columns: columnsOf(kind, mode), invalidRows, mode: "create" as const }
  const decides = (code: IssueCode) =>
    decided.has(code) || (places !== null && kind === "database-users" && ofPlaces.has(code))
  if (kind === "platform-users")
    return {
      decides,
      check: (row, { email, username }, found) =>
        checkRow(
          platformUserRules,
          rowUpon(row, {}, null),
          {
            ...common,
            mayAdd: true,
            mayChange: () => true,
            byEmail: nobody,
            byUsername: nobody,
            rowsByEmail: rowsOf(row.emailKey, email),
            rowsByUsername: rowsOf(row.usernameKey, username),
          },
          found,
        ),
    }
  if (kind === "database-users") {
    const unasked: ReadonlyArray<unknown> =
      places === null
        ? [UserIsInPlatform, DepartmentIsOpen, DepartmentExists, GroupExists]
        : [UserIsInPlatform, DepartmentIsOpen]
    const rules = accessRules.filter((rule) => !unasked.includes(rule))
    const known = {
      ...common,
      users: nobody,
      accesses: new Map(),
      departments: places?.departments ?? new Map(),
      groups: places?.groups ?? new Map(),
      mayGrant: () => true,
    }
    return {
      decides,
      check: (row, { email }, found) =>
        checkRow(
          rules,
          rowUpon(row, {}, null),
          { ...known, rowsByEmail: rowsOf(row.emailKey, email) },
          found,
        ),
    }
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
  return {
    decides,
    check: (row, { thing }, found) =>
      checkRow(
        rules,
        rowUpon(row, {}, null),
        { ...known, rowsById: rowsOf(thingOf(kind, row), thing) },
        found,
      ),
  }
}

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
  "email.invalid",
  "email.non_ascii_local",
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
