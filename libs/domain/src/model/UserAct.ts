import { Schema } from "effect"
import { PlatformRole } from "./PlatformUser.ts"
import { StatusAct } from "./StatusAct.ts"

const cell = Schema.optionalKey(Schema.NullOr(Schema.String))

/** What several users can be given alike; null empties a cell. What tells them apart is not in it. */
export const SharedChange = Schema.Struct({
  phone: cell,
  mobilePhone: cell,
  languageCode: cell,
  platformRole: Schema.optionalKey(PlatformRole),
}).annotate({ identifier: "SharedChange" })
export type SharedChange = typeof SharedChange.Type

/** What can be done to several users at once. */
export const UserAct = Schema.Union([
  Schema.Struct({ act: StatusAct }),
  Schema.Struct({ act: Schema.Literal("change"), change: SharedChange }),
  Schema.Struct({ act: Schema.Literal("invite") }),
  Schema.Struct({
    act: Schema.Literal("giveAccess"),
    databaseId: Schema.String,
    departmentId: Schema.String,
    groupName: Schema.String,
  }),
])
export type UserAct = typeof UserAct.Type
