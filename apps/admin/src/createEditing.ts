import { useQueryClient } from "@tanstack/solid-query"
import { createSignal } from "solid-js"
import { announce } from "./announce.ts"
import { createAct } from "./createAct.ts"
import { t } from "./i18n/language.ts"
import { useMayIn } from "./session.ts"

/**
 * Adding to, changing and removing from a list of what a database is made of: which line is in the dialog
 * (`new` for one that is not there yet), and what must be asked for anew afterwards.
 */
export const createEditing = <A extends object>(
  databaseId: () => string,
  queries: ReadonlyArray<string>,
  isClosed: () => boolean,
) => {
  const client = useQueryClient()
  const mayIn = useMayIn()
  const [edited, edit] = createSignal<A | "new" | null>(null)
  const done = () => {
    announce(t("user.saved"))
    for (const query of queries) void client.invalidateQueries({ queryKey: [query, databaseId()] })
  }
  /** Does something else to a line, and asks anew. */
  const act = createAct(async (work: () => Promise<void>) => {
    await work()
    done()
  })
  return {
    mayChange: () => mayIn("database.change", databaseId()) && !isClosed(),
    edit,
    /** The line in the open dialog, as a list of at most one: null for a new one. */
    open: () => {
      const one = edited()
      return one === null ? [] : [one === "new" ? null : one]
    },
    close: () => void edit(null),
    done,
    act,
  }
}
