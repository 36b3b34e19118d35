import { Effect, Schema } from "effect"
import { administersDatabase } from "../model/PermissionGroup.ts"
import { PermissionCatalogue } from "../ports/PermissionCatalogue.ts"
import { nearest } from "../rules/nearest.ts"

/** The product does not know these permissions; `candidates` are the names that come near. */
export class PermissionUnknown extends Schema.TaggedError<PermissionUnknown>()("PermissionUnknown", {
  names: Schema.Array(Schema.String),
  candidates: Schema.Array(Schema.String),
}) {
  override get message() {
    return "The product has registered no such permission."
  }
}

/**
 * Refuses permissions that the product has not registered, once it has registered any. Those that are held
 * `already` stay as they are, and Muster's own is always known.
 */
export const checkPermissions = Effect.fnUntraced(function* (
  wanted: ReadonlyArray<string>,
  already: ReadonlyArray<string>,
) {
  const registered = (yield* (yield* PermissionCatalogue).list).map(({ name }) => name)
  const known = new Set([...registered, ...already, administersDatabase])
  const names = wanted.filter((name) => !known.has(name))
  if (registered.length === 0 || names.length === 0) return
  const near = names.flatMap((name) => nearest(name, registered, (one) => [one]))
  return yield* new PermissionUnknown({ names, candidates: [...new Set(near)] })
})
