import { createSignal, type Accessor } from "solid-js"
import type { DraftPlaces } from "@muster/domain/drafts/draftCheck"
import { announce } from "./announce.ts"
import type { Grid } from "./grid/createGrid.ts"
import { pasteText, type Taken } from "./grid/pasteText.ts"
import { t } from "./i18n/language.ts"

/** Pasting into a grid, and what was pasted last. */
export const createPasting = (grid: Grid, places: Accessor<DraftPlaces | null>) => {
  const [taken, setTaken] = createSignal<Taken | null>(null)
  const paste = async (text: string): Promise<void> => {
    const known = {
      departmentIds: new Set(places()?.departments.keys()),
      groupNames: new Set(places()?.groups.keys()),
    }
    const chosen = grid.cursor.area()
    let isDone = false
    const found = await grid.perform(function* () {
      const found = yield* pasteText(grid, chosen, text, known)
      isDone = true
      return found
    })
    if (found === null) return isDone ? announce(t("paste.nothing")) : undefined
    setTaken(found)
    announce(t("paste.done", found.rows))
  }
  return { paste, taken }
}
