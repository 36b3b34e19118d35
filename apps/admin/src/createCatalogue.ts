import { listPermissions } from "./api/databases.ts"
import { createQuery } from "./createQuery.ts"

/** The permissions that the product has registered. */
export const createCatalogue = () =>
  createQuery(() => ({ queryKey: ["catalogue"], queryFn: ({ signal }) => listPermissions(signal) }))
