import { Context, Schema, type Effect } from "effect"
import type { Access, NewAccess } from "../model/Access.ts"
import type { Page, PageRequest } from "../model/Page.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** Who has which place in which database; one place a user and database. */
export class Accesses extends Context.Service<
  Accesses,
  {
    /** A database's users, in order of the e-mail's canonical key. */
    readonly list: (databaseId: string, query: AccessQuery) => Effect.Effect<Page<Access>, StoreUnavailable>
    /** The access that these users have in the database. */
    readonly known: (
      databaseId: string,
      userIds: ReadonlyArray<string>,
    ) => Effect.Effect<ReadonlyArray<Access>, StoreUnavailable>
    readonly find: (
      databaseId: string,
      userId: string,
    ) => Effect.Effect<Access, AccessNotFound | StoreUnavailable>
    /** Where a user has access, in order of database id. */
    readonly ofUser: (
      userId: string,
    ) => Effect.Effect<ReadonlyArray<Access & { readonly databaseId: string }>, StoreUnavailable>
    /** Gives an active user a place in a database; departments and groups must be there. */
    readonly grant: (
      databaseId: string,
      userId: string,
      access: NewAccess,
    ) => Effect.Effect<Access, AccessNotPossible | StoreUnavailable, CurrentActor>
    /** Gives a user another place; `version` is the one that it is meant for. */
    readonly change: (
      databaseId: string,
      userId: string,
      access: NewAccess,
      version: number,
    ) => Effect.Effect<
      Access,
      AccessNotFound | AccessChangedMeanwhile | AccessNotPossible | StoreUnavailable,
      CurrentActor
    >
    readonly remove: (
      databaseId: string,
      userId: string,
      version: number,
    ) => Effect.Effect<void, AccessNotFound | AccessChangedMeanwhile | StoreUnavailable, CurrentActor>
  }
>()("@muster/domain/ports/Accesses") {}

/** Whom a list is narrowed to; what is absent asks for everybody. */
export interface AccessQuery extends PageRequest {
  /** Folded text that must be found in the user's (`isFound`). */
  readonly search?: string
  /** Those with a place in this department or one below it. */
  readonly departmentId?: string
  /** Those who hold this group in any department. */
  readonly groupName?: string
}

export class AccessNotFound extends Schema.TaggedError<AccessNotFound>()("AccessNotFound", {
  userId: Schema.String,
}) {
  override get message() {
    return "The user has no access to the database."
  }
}

/** The access is not the version any more that the change was meant for. */
export class AccessChangedMeanwhile extends Schema.TaggedError<AccessChangedMeanwhile>()(
  "AccessChangedMeanwhile",
  {},
) {
  override get message() {
    return "The access was changed meanwhile."
  }
}

/** The user, a department or a group is not there any more, or the user has access already. */
export class AccessNotPossible extends Schema.TaggedError<AccessNotPossible>()("AccessNotPossible", {}) {
  override get message() {
    return "What the access is made of has just changed. Try again."
  }
}
