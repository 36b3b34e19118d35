import type { Accessor } from "solid-js"
import { listDepartments, listPermissionGroups } from "@muster/client/databases"
import { api } from "./api.ts"
import { createQuery } from "./createQuery.ts"

/** The departments of a database; none are asked for while no database is chosen. */
export const createDepartments = (databaseId: Accessor<string>) =>
  createQuery(() => {
    const id = databaseId()
    return {
      queryKey: ["departments", id],
      queryFn: ({ signal }) => listDepartments(api, id, signal),
      enabled: id !== "",
    }
  })

/** The permission groups of a database; none are asked for while no database is chosen. */
export const createPermissionGroups = (databaseId: Accessor<string>) =>
  createQuery(() => {
    const id = databaseId()
    return {
      queryKey: ["permission-groups", id],
      queryFn: ({ signal }) => listPermissionGroups(api, id, signal),
      enabled: id !== "",
    }
  })
