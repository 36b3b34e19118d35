import type { Issue } from "@muster/domain/model/Issue"
import type { AccessChangedMeanwhile, AccessNotFound, AccessNotPossible } from "@muster/domain/ports/Accesses"
import type { ApiKeyNotFound } from "@muster/domain/ports/ApiKeys"
import type { DatabaseClosed, DatabaseNotFound } from "@muster/domain/ports/Databases"
import type {
  DepartmentCircle,
  DepartmentInUse,
  DepartmentNotFound,
  DepartmentTaken,
  ParentDepartmentNotFound,
} from "@muster/domain/ports/Departments"
import type { ImportNotFound } from "@muster/domain/ports/Imports"
import type { GroupInUse, GroupNotFound, GroupTaken } from "@muster/domain/ports/PermissionGroups"
import type { UserNotDeleted } from "@muster/domain/ports/PersonalData"
import type {
  LastSuperAdministrator,
  PersonTaken,
  PlatformUserNotFound,
  UserChangedMeanwhile,
} from "@muster/domain/ports/PlatformUsers"
import type { LinkNotValid } from "@muster/domain/ports/SignInLinks"
import type { SessionNotFound } from "@muster/domain/ports/Sessions"
import type { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import type { FileDialect } from "@muster/domain/rows/FileDialect"
import type { AccessAboveOwn, AccessRefused } from "@muster/domain/use-cases/checkAccess"
import type { IsActor } from "@muster/domain/use-cases/doUserAct"
import type { PermissionUnknown } from "@muster/domain/use-cases/checkPermissions"
import type { RoleAboveOwn, UserAnonymised } from "@muster/domain/use-cases/changePlatformUser"
import type { ColumnNotFound, RowNotFound } from "@muster/domain/use-cases/correctRows"
import type { PlatformUserRefused } from "@muster/domain/use-cases/createPlatformUser"
import type { PlatformNotEmpty } from "@muster/domain/use-cases/createSamplePlatform"
import type { FileRefused } from "@muster/domain/use-cases/FileRefused"
import type { PasswordRefused } from "@muster/domain/use-cases/takePassword"
import type { ImportStateForbids } from "@muster/domain/use-cases/moveImport"
import type { UndoRefused } from "@muster/domain/use-cases/undoImport"
import { accessCodes, fileCodes, passwordCodes, personCodes } from "./issueCodes.ts"
import { problemReply, type Asked, type ProblemAbout, type ProblemCode } from "./problem.ts"
import type { Reply } from "./Reply.ts"
import type { RequestRefused } from "./RequestRefused.ts"

/** Everything a use case or a request can fail with. */
export type Failure =
  | AccessAboveOwn
  | AccessChangedMeanwhile
  | AccessNotFound
  | AccessNotPossible
  | AccessRefused
  | ApiKeyNotFound
  | ColumnNotFound
  | DatabaseClosed
  | DatabaseNotFound
  | DepartmentCircle
  | DepartmentInUse
  | DepartmentNotFound
  | DepartmentTaken
  | FileRefused
  | GroupInUse
  | GroupNotFound
  | GroupTaken
  | ImportNotFound
  | ImportStateForbids
  | IsActor
  | LastSuperAdministrator
  | LinkNotValid
  | ParentDepartmentNotFound
  | PasswordRefused
  | PermissionUnknown
  | PersonTaken
  | PlatformNotEmpty
  | PlatformUserNotFound
  | PlatformUserRefused
  | RequestRefused
  | RoleAboveOwn
  | RowNotFound
  | SessionNotFound
  | StoreUnavailable
  | UndoRefused
  | UserAnonymised
  | UserChangedMeanwhile
  | UserNotDeleted

interface Told<E, Code extends ProblemCode> {
  /** The codes that the failure can come to; a route that may fail with it declares one of them. */
  readonly codes: ReadonlyArray<Code>
  readonly about: (failure: E) => ProblemAbout
}

const as = <Code extends ProblemCode>(code: Code): Told<unknown, Code> => ({
  codes: [code],
  about: () => ({ code }),
})

const forbidden = {
  run: "import.not_ready",
  cancel: "import.too_late",
  correct: "import.not_correctable",
  changeOptions: "import.not_correctable",
} as const

interface Refused {
  readonly issues: ReadonlyArray<Issue>
  readonly dialect?: FileDialect | undefined
}

const refusing = <Code extends ProblemCode>(codes: ReadonlyArray<Code>) => ({
  codes,
  about: ({ issues, dialect }: Refused): ProblemAbout => {
    const decisive = issues.find(({ severity }) => severity === "error") ?? issues[0]
    return { code: decisive?.code ?? "internal", issues, dialect }
  },
})

/** What each failure is to a client. One without its line here does not compile. */
const told = {
  AccessAboveOwn: as("access.not_grantable"),
  AccessChangedMeanwhile: as("access.changed_meanwhile"),
  AccessNotFound: as("access.not_found"),
  AccessNotPossible: as("access.not_possible"),
  AccessRefused: refusing(accessCodes),
  ApiKeyNotFound: as("api_key.not_found"),
  ColumnNotFound: as("column.not_found"),
  DatabaseClosed: as("database.closed"),
  DatabaseNotFound: as("database.not_found"),
  DepartmentCircle: as("department.circle"),
  DepartmentInUse: as("department.in_use"),
  DepartmentNotFound: as("department.not_found"),
  DepartmentTaken: as("department.taken"),
  FileRefused: refusing(fileCodes),
  GroupInUse: as("group.in_use"),
  GroupNotFound: as("group.not_found"),
  GroupTaken: as("group.taken"),
  ImportNotFound: as("import.not_found"),
  ImportStateForbids: {
    codes: ["import.not_ready", "import.too_late", "import.not_correctable"],
    about: ({ act }: ImportStateForbids) => ({ code: forbidden[act] }),
  },
  IsActor: as("user.is_actor"),
  LastSuperAdministrator: as("user.last_super_administrator"),
  LinkNotValid: as("link.not_valid"),
  ParentDepartmentNotFound: as("department.parent_unknown"),
  PasswordRefused: {
    codes: passwordCodes,
    about: ({ fault }: PasswordRefused) => ({ code: `password.${fault}` as const }),
  },
  PermissionUnknown: {
    codes: ["permission.unknown"],
    about: ({ names, candidates }: PermissionUnknown) => ({
      code: "permission.unknown" as const,
      errors: names.map((name) => ({
        in: "body" as const,
        pointer: "/permissions",
        expected: `a registered permission instead of ${name}${candidates.length > 0 ? `, such as ${candidates.join(", ")}` : ""}`,
      })),
    }),
  },
  PersonTaken: as("user.taken"),
  PlatformNotEmpty: as("platform.not_empty"),
  PlatformUserNotFound: as("user.not_found"),
  PlatformUserRefused: refusing(personCodes),
  RequestRefused: {
    codes: [],
    about: ({ code, errors, retryAfter }: RequestRefused) => ({
      code,
      errors,
      headers: retryAfter === undefined ? undefined : { "retry-after": String(retryAfter) },
    }),
  },
  RoleAboveOwn: as("role.above_own"),
  RowNotFound: as("row.not_found"),
  SessionNotFound: as("session.not_found"),
  UndoRefused: {
    codes: ["undo.unfinished", "undo.nothing_done", "undo.too_late", "undo.of_undo", "undo.of_structure"],
    about: ({ obstacle }: UndoRefused) => ({ code: `undo.${obstacle}` as const }),
  },
  UserAnonymised: as("user.anonymised"),
  UserChangedMeanwhile: as("user.changed_meanwhile"),
  UserNotDeleted: as("user.not_deleted"),
  StoreUnavailable: as("store.unavailable"),
} satisfies { readonly [E in Failure as E["_tag"]]: Told<E, ProblemCode> }

/** The failures that a route may end with which declares these codes; any may fail with the last two. */
export type FailureOf<Code extends ProblemCode> =
  | {
      [Tag in keyof typeof told]: Extract<(typeof told)[Tag]["codes"][number], Code> extends never
        ? never
        : Extract<Failure, { readonly _tag: Tag }>
    }[keyof typeof told]
  | RequestRefused
  | StoreUnavailable

/** The failure as what a problem is about. */
export const aboutFailure = (failure: Failure): ProblemAbout =>
  (told[failure._tag].about as (failure: Failure) => ProblemAbout)(failure)

/** The failure as an answer. */
export const respond = (failure: Failure, asked: Asked): Reply => problemReply(aboutFailure(failure), asked)
