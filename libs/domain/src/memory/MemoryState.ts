import { Context, Effect, Layer } from "effect"
import type { Access, NewAccess } from "../model/Access.ts"
import type { Database } from "../model/Database.ts"
import type { Department } from "../model/Department.ts"
import type { Import, ImportScope, RowStatus } from "../model/Import.ts"
import type { RowCells } from "../model/ImportRow.ts"
import type { Issue } from "../model/Issue.ts"
import type { MailPurpose, MailState } from "../model/Mail.ts"
import type { Progress } from "../model/Progress.ts"
import type { Permission } from "../model/Permission.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import type { NewPlatformUser, PlatformRole, UserStatus } from "../model/PlatformUser.ts"
import type { KeptAnswer } from "../ports/IdempotencyKeys.ts"
import type { Finding } from "../ports/ImportWork.ts"
import type { ApiKey } from "../rights/ApiKey.ts"
import type { MemoryLine } from "./leaveLine.ts"

/**
 * What the in-memory implementations of the ports share. Each act on it runs without yielding, so that it is
 * whole or absent, as one SQL statement is.
 */
export class MemoryState extends Context.Service<
  MemoryState,
  {
    readonly users: Map<string, MemoryUser>
    /** When users were deleted, in milliseconds since 1970. */
    readonly deletedAt: Map<string, number>
    readonly databases: Map<string, Database>
    readonly departments: Array<Department & { readonly id: string; readonly databaseId: string }>
    readonly groups: Array<PermissionGroup & { readonly id: string; readonly databaseId: string }>
    readonly permissions: Array<Permission>
    readonly accesses: Array<MemoryAccess>
    readonly rows: Map<string, Map<number, MemoryRow>>
    readonly imports: Map<string, MemoryImport>
    readonly keys: Map<string, MemoryKey>
    readonly apiKeys: Map<string, MemoryApiKey>
    /** The hash of each user's password. */
    readonly passwords: Map<string, string>
    readonly mails: Map<string, MemoryMail>
    readonly links: Map<
      string,
      { readonly userId: string; readonly purpose: MailPurpose; readonly until: number }
    >
    readonly audit: Array<MemoryLine>
    readonly setUpLink: { current: { readonly tokenHash: string; readonly until: number } | null }
  }
>()("@muster/domain/memory/MemoryState") {
  static readonly layer = Layer.effect(
    MemoryState,
    Effect.sync(() => ({
      users: new Map(),
      deletedAt: new Map(),
      databases: new Map(),
      departments: [],
      groups: [],
      permissions: [],
      accesses: [],
      rows: new Map(),
      imports: new Map(),
      keys: new Map(),
      apiKeys: new Map(),
      passwords: new Map(),
      mails: new Map(),
      links: new Map(),
      audit: [],
      setUpLink: { current: null },
    })),
  )
}

export interface MemoryUser extends NewPlatformUser {
  readonly id: string
  readonly status: UserStatus
  readonly platformRole: PlatformRole
  readonly version: number
}

export interface MemoryAccess extends NewAccess, Pick<Access, "userId" | "version"> {
  readonly databaseId: string
}

export interface MemoryRow extends RowCells {
  readonly status: RowStatus
  readonly issues: ReadonlyArray<Issue>
  readonly outcome: Finding["outcome"]
  readonly userId: Finding["userId"]
  readonly changes: Finding["changes"]
  readonly access: Finding["access"]
}

export interface MemoryImport {
  readonly import: Omit<Import, "counts" | "plan" | "undoneBy" | "progress"> & {
    readonly progress: Pick<Progress, "done" | "total">
  }
  readonly scope: ImportScope
  readonly fence: number
  readonly holder: string | null
  readonly leaseUntil: number
  /** How many tries in a row came to nothing. */
  readonly tries: number
  readonly checkedTo: number
  /** Since when it waits for a turn, how many it has had, and when it took the last one; in milliseconds since 1970. */
  readonly waitingSince: number
  readonly turns: number
  readonly turnAt: number
  /** When the work under way was first taken in hand, null before, and how many rows were done by then. */
  readonly stageAt: number | null
  readonly doneBefore: number
}

export interface MemoryMail {
  readonly userId: string
  readonly purpose: MailPurpose
  readonly importId: string | null
  readonly state: MailState
  readonly dueAt: number
  readonly tries: number
  readonly takenUntil: number
}

export interface MemoryApiKey extends ApiKey {
  readonly secretHash: string
}

export interface MemoryKey {
  readonly id: string
  readonly begunAt: number
  readonly leaseUntil: number
  readonly answer: KeptAnswer | null
}
