import { findLimits } from "@muster/client/limits"
import { api } from "./api.ts"
import { createQuery } from "./createQuery.ts"

/** What holds for imports on this server; it does not change while a page is open. */
export const createLimits = () =>
  createQuery(() => ({
    queryKey: ["limits"],
    queryFn: ({ signal }) => findLimits(api, signal),
    staleTime: Infinity,
  }))
