import { Context, type Effect } from "effect"
import type { Permission } from "../model/Permission.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** The permissions that the product knows. While there are none, groups may hold any. */
export class PermissionCatalogue extends Context.Service<
  PermissionCatalogue,
  {
    /** In order of name. */
    readonly list: Effect.Effect<ReadonlyArray<Permission>, StoreUnavailable>
    /** Puts these in place of what there is. Groups that hold one which is gone keep it. */
    readonly register: (
      permissions: ReadonlyArray<Permission>,
    ) => Effect.Effect<void, StoreUnavailable, CurrentActor>
  }
>()("@muster/domain/ports/PermissionCatalogue") {}
