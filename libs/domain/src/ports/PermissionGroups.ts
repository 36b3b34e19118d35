import { Context, Schema, type Effect } from "effect"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import type { PlaceUsage } from "../model/PlaceUsage.ts"
import type { DatabaseNotFound } from "./Databases.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** The permission groups of each database. */
export class PermissionGroups extends Context.Service<
  PermissionGroups,
  {
    /** All of a database's groups, in order of name; none for an unknown database. */
    readonly list: (databaseId: string) => Effect.Effect<ReadonlyArray<PermissionGroup>, StoreUnavailable>
    /** `id` names the creation: the same one again answers the group that is there. */
    readonly create: (
      databaseId: string,
      id: string,
      group: PermissionGroup,
    ) => Effect.Effect<PermissionGroup, DatabaseNotFound | GroupTaken | StoreUnavailable, CurrentActor>
    /** Gives a group another name, description or permissions; whoever has it goes along. */
    readonly change: (
      databaseId: string,
      groupName: string,
      group: PermissionGroup,
    ) => Effect.Effect<PermissionGroup, GroupNotFound | GroupTaken | StoreUnavailable, CurrentActor>
    /** What hangs on a group; nothing on one that is not there. */
    readonly usage: (databaseId: string, groupName: string) => Effect.Effect<PlaceUsage, StoreUnavailable>
    readonly remove: (
      databaseId: string,
      groupName: string,
    ) => Effect.Effect<void, GroupNotFound | GroupInUse | StoreUnavailable, CurrentActor>
  }
>()("@muster/domain/ports/PermissionGroups") {}

export class GroupNotFound extends Schema.TaggedError<GroupNotFound>()("GroupNotFound", {
  groupName: Schema.String,
}) {
  override get message() {
    return "There is no such permission group."
  }
}

export class GroupTaken extends Schema.TaggedError<GroupTaken>()("GroupTaken", { groupName: Schema.String }) {
  override get message() {
    return `The database already has a permission group named "${this.groupName}".`
  }
}

/** People have it. */
export class GroupInUse extends Schema.TaggedError<GroupInUse>()("GroupInUse", { groupName: Schema.String }) {
  override get message() {
    return "People have the permission group. Give them another one first."
  }
}
