import { createMemo, type Accessor } from "solid-js"
import type { ImportScope } from "@muster/domain/model/Import"
import type { DraftPlaces } from "@muster/domain/drafts/draftCheck"
import { createDepartments, createPermissionGroups } from "./createDatabaseFacts.ts"

/** The departments and groups that access can be given in; null where there are none, or they are not known. */
export const createDraftPlaces = (scope: Accessor<ImportScope>): Accessor<DraftPlaces | null> => {
  const databaseId = () => (scope().kind === "database-users" ? (scope().databaseId ?? "") : "")
  const departments = createDepartments(databaseId)
  const groups = createPermissionGroups(databaseId)
  return createMemo(() => {
    const [places, named] = [departments().data, groups().data]
    return places === undefined || named === undefined
      ? null
      : {
          departments: new Map(places.map((one) => [one.departmentId, one])),
          groups: new Map(named.map((one) => [one.groupName, one])),
        }
  })
}
