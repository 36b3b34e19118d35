import { useQueryClient } from "@tanstack/solid-query"
import { createSignal } from "solid-js"
import type { StatusAct } from "@muster/domain/model/StatusAct"
import { actOnUsers, listPlatformUsers, type UserFilter } from "./api/platformUsers.ts"
import { createAct } from "./createAct.ts"
import type { Selection } from "./createSelection.ts"

/** What became of the users chosen; `refused` tells for each reason how many. */
export interface UsersActed {
  readonly done: number
  readonly unchanged: number
  readonly refused: ReadonlyMap<string, number>
}

const atOnce = 100

/** Does the same to all users chosen, a hundred at a time; what is done stays done if it is broken off. */
export const createUserActs = (filter: () => UserFilter, selection: Selection) => {
  const client = useQueryClient()
  const [progress, setProgress] = createSignal<number | null>(null)
  const [acted, setActed] = createSignal<UsersActed | null>(null)

  async function* chosen(): AsyncGenerator<ReadonlyArray<string>> {
    if (!selection.all()) {
      const ids = selection.ids()
      for (let at = 0; at < ids.length; at += atOnce) yield ids.slice(at, at + atOnce)
      return
    }
    const wanted = filter()
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listPlatformUsers>> = await listPlatformUsers(
        wanted,
        cursor,
        new AbortController().signal,
      )
      if (page.items.length > 0) yield page.items.map(({ id }) => id)
      cursor = page.nextCursor
    } while (cursor !== null)
  }

  const act = createAct(async (what: StatusAct) => {
    let [done, unchanged] = [0, 0]
    const refused = new Map<string, number>()
    setActed(null)
    setProgress(0)
    try {
      for await (const userIds of chosen()) {
        const { items } = await actOnUsers(what, userIds)
        for (const { outcome, message } of items)
          if (outcome === "done") done++
          else if (outcome === "unchanged") unchanged++
          else refused.set(message ?? "", (refused.get(message ?? "") ?? 0) + 1)
        setProgress(done + unchanged + [...refused.values()].reduce((sum, count) => sum + count, 0))
      }
      selection.clear()
    } finally {
      setProgress(null)
      setActed({ done, unchanged, refused })
      void client.invalidateQueries({ queryKey: ["platform-users"] })
    }
  })
  return { act, progress, acted }
}
