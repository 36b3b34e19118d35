import type { Place } from "../model/Access.ts"
import type { PlaceUsage } from "../model/PlaceUsage.ts"
import { isFinal } from "../model/Import.ts"
import type { MemoryState } from "./MemoryState.ts"

/** What hangs on places of a kind in a database. */
export const usageOf = (
  { accesses, imports, rows }: MemoryState["Service"],
  databaseId: string,
  isSuch: (place: Place) => boolean,
): PlaceUsage => {
  const there = accesses.filter((one) => one.databaseId === databaseId)
  const waiting = [...imports.values()].filter(
    (one) => one.scope.databaseId === databaseId && !isFinal(one.import.state),
  )
  return {
    users: there.filter(isSuch).length,
    byHand: there.filter(({ extra }) => extra.departments.some(isSuch)).length,
    below: 0,
    imports: waiting.filter((one) =>
      [...(rows.get(one.import.id)?.values() ?? [])].some(
        ({ status, access }) => status === "valid" && access !== null && isSuch(access),
      ),
    ).length,
  }
}
