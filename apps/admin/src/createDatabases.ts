import { listDatabases } from "./api/databases.ts"
import { createPages } from "./createQuery.ts"

/** The platform's databases; every page and the menu see the same list. */
export const createDatabases = () => createPages(() => ({ key: ["databases"], page: listDatabases }))
