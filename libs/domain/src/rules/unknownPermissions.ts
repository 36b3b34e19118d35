import { administersDatabase } from "../model/PermissionGroup.ts"
import { nearest } from "./nearest.ts"

/**
 * Which of the wanted permissions the product has not registered, and the registered ones that come near. None
 * while nothing is registered; those `held` before stay as they are, and Muster's own is always known.
 */
export const unknownPermissions = (
  wanted: ReadonlyArray<string>,
  registered: ReadonlyArray<string>,
  held: ReadonlyArray<string>,
): { readonly names: ReadonlyArray<string>; readonly candidates: ReadonlyArray<string> } => {
  const known = new Set([...registered, ...held, administersDatabase])
  const names = registered.length === 0 ? [] : wanted.filter((name) => !known.has(name))
  const near = names.flatMap((name) => nearest(name, registered, (one) => [one]))
  return { names, candidates: [...new Set(near)] }
}
