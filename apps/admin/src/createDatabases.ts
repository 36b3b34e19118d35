import { listDatabases } from "@muster/client/databases"
import { api } from "./api.ts"
import { createPages } from "./createQuery.ts"

/** The platform's databases; every page and the menu see the same list. */
export const createDatabases = () =>
  createPages(() => ({ key: ["databases"], page: (cursor, signal) => listDatabases(api, cursor, signal) }))
