import { createEffect, createSignal, type Accessor } from "solid-js"
import type { ImportScope } from "@muster/domain/model/Import"
import { useSession } from "../session.ts"
import { draftIdOf } from "./draftIdOf.ts"
import { discardDraft, findDraft, readDraft, type Draft, type DraftHead } from "./draftStore.ts"

/** The table that was begun before for a new import, if there is one, until somebody goes on with it or does not want it. */
export const createDraftOffer = (scope: Accessor<ImportScope>) => {
  const session = useSession()
  const id = () => draftIdOf(session().user.id, scope(), null)
  const [head, setHead] = createSignal<DraftHead | null | undefined>(undefined)
  createEffect(() => {
    const asked = id()
    setHead(undefined)
    void findDraft(asked).then((found) => id() === asked && setHead(found))
  })
  return {
    id,
    /** Null for none, or none any more; undefined until that is known. */
    head,
    goOn: async (take: (draft: Draft | null) => void) => {
      take(await readDraft(id()))
      setHead(null)
    },
    discard: async () => {
      await discardDraft(id())
      setHead(null)
    },
  }
}
