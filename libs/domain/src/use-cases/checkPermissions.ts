import { Effect, Schema } from "effect"
import { PermissionCatalogue } from "../ports/PermissionCatalogue.ts"
import { unknownPermissions } from "../rules/unknownPermissions.ts"

/** The product does not know these permissions; `candidates` are the names that come near. */
export class PermissionUnknown extends Schema.TaggedError<PermissionUnknown>()("PermissionUnknown", {
  names: Schema.Array(Schema.String),
  candidates: Schema.Array(Schema.String),
}) {
  override get message() {
    return "The product has registered no such permission."
  }
}

/** Refuses permissions that the product has not registered, once it has registered any; those `held` may stay. */
export const checkPermissions = Effect.fnUntraced(function* (
  wanted: ReadonlyArray<string>,
  held: ReadonlyArray<string>,
) {
  const registered = (yield* (yield* PermissionCatalogue).list).map(({ name }) => name)
  const unknown = unknownPermissions(wanted, registered, held)
  if (unknown.names.length > 0) return yield* new PermissionUnknown(unknown)
})
