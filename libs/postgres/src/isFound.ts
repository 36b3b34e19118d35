import { anywhereFrom } from "@muster/domain/model/searchText"
import { like, or, type SQL } from "drizzle-orm"

/** The domain's `isFound`, in the patterns that the index of letters can be asked for. */
export const isFound = (folded: string, searchText: SQL): SQL | undefined => {
  const letters = folded.replace(/[\\%_]/g, "\\$&")
  return folded.length < anywhereFrom
    ? or(like(searchText, `${letters}%`), like(searchText, `% ${letters}%`))
    : like(searchText, `%${letters}%`)
}
