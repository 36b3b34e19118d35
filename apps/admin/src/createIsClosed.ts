import { createDatabases } from "./createDatabases.ts"

/** Whether a database is closed, as far as the list of databases tells. */
export const createIsClosed = (databaseId: () => string) => {
  const databases = createDatabases()
  return () => databases().data?.find(({ id }) => id === databaseId())?.closed ?? false
}
