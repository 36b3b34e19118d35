import { Schema } from "effect"
import type { UserStatus } from "./PlatformUser.ts"

/** What is done to users' status, by hand. */
export const StatusAct = Schema.Literals(["deactivate", "activate", "delete", "restore"])
export type StatusAct = typeof StatusAct.Type

/** Whom an act is meant for, and what they become by it. */
export const statusActs: Readonly<
  Record<StatusAct, { readonly from: ReadonlyArray<UserStatus>; readonly to: UserStatus }>
> = {
  deactivate: { from: ["active"], to: "inactive" },
  activate: { from: ["inactive"], to: "active" },
  delete: { from: ["active", "inactive"], to: "deleted" },
  restore: { from: ["deleted"], to: "active" },
}
