import { Schema } from "effect"
import { Place } from "../model/Access.ts"
import { UserStatus } from "../model/PlatformUser.ts"
import { HeldPermission } from "./permissionsOf.ts"

/** What a user may do in a database, where and why. */
export const Permissions = Schema.Struct({
  userId: Schema.String,
  status: UserStatus.annotate({ description: "Whoever is not active may nothing" }),
  departmentId: Schema.String.annotate({ description: "The primary department" }),
  places: Schema.Array(Place).annotate({ description: "Every department, with the group held there" }),
  permissions: Schema.Array(HeldPermission.annotate({ identifier: "HeldPermission" })).annotate({
    description:
      "`extra`: given by hand, in every department; `because`: in these departments, by their groups",
  }),
})
export type Permissions = typeof Permissions.Type
