import { listPermissions } from "@muster/client/databases"
import { api } from "./api.ts"
import { createQuery } from "./createQuery.ts"

/** The permissions that the product has registered. */
export const createCatalogue = () =>
  createQuery(() => ({ queryKey: ["catalogue"], queryFn: ({ signal }) => listPermissions(api, signal) }))
