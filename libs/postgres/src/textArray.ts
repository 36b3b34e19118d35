import { sql, type SQL } from "drizzle-orm"
import { makePgArray } from "drizzle-orm/pg-core"
import { isStorable, isUuid } from "./isStorable.ts"

/** Texts as one parameter of type `text[]`; those PostgreSQL cannot hold equal nothing there and are left out. */
export const textArray = (texts: ReadonlyArray<string>): SQL =>
  sql`${makePgArray(texts.filter(isStorable))}::text[]`

/** Ids as one parameter of type `uuid[]`; what is no UUID names nothing there and is left out. */
export const uuidArray = (ids: ReadonlyArray<string>): SQL => sql`${makePgArray(ids.filter(isUuid))}::uuid[]`
