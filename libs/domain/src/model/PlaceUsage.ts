import { Schema } from "effect"

/** What hangs on a department or a permission group, and so what its closing or removal is about. */
export const PlaceUsage = Schema.Struct({
  /** People whose primary place it is part of. */
  users: Schema.Int,
  /** People who have it by hand besides. */
  byHand: Schema.Int,
  /** Departments below, at any depth; 0 for a group. */
  below: Schema.Int,
  /** Imports that are not run yet and would give it. */
  imports: Schema.Int,
})
export type PlaceUsage = typeof PlaceUsage.Type
