import { useQueryClient } from "@tanstack/solid-query"
import { createSignal } from "solid-js"
import type { UserAct } from "@muster/domain/model/UserAct"
import { announce } from "./announce.ts"
import { actOnUsers, listPlatformUsers, type UserFilter } from "@muster/client/platformUsers"
import { api } from "./api.ts"
import { createAct } from "./createAct.ts"
import { t } from "./i18n/language.ts"

/** Whom something is done to: those with these ids, or all whom the list would show if loaded to its end. */
export type Whom = ReadonlyArray<string> | "all"

/** What somebody is asked about before it is done. */
export interface AskedAct {
  readonly name: UserAct["act"]
  readonly whom: Whom
}

/** What became of them; `refused` tells for each reason how many. `stopped`: others were left untouched. */
export interface UsersActed {
  readonly done: number
  readonly unchanged: number
  readonly refused: ReadonlyMap<string, number>
  readonly stopped: boolean
}

const atOnce = 100

/** Does the same to several users, a hundred at a time; what is done stays done if it is broken off. */
export const createUserActs = (filter: () => UserFilter, onDone: () => void) => {
  const client = useQueryClient()
  const [asked, setAsked] = createSignal<AskedAct | null>(null)
  const [progress, setProgress] = createSignal<number | null>(null)
  const [acted, setActed] = createSignal<UsersActed | null>(null)
  let stopped = false

  const act = createAct(async (what: UserAct, whom: Whom) => {
    let [done, unchanged] = [0, 0]
    const refused = new Map<string, number>()
    stopped = false
    setActed(null)
    setProgress(0)
    try {
      for await (const userIds of whom === "all" ? allThatMatch(filter()) : inParts(whom)) {
        if (stopped) break
        const { items } = await actOnUsers(api, what, userIds)
        for (const { outcome, message } of items)
          if (outcome === "done") done++
          else if (outcome === "unchanged") unchanged++
          else refused.set(message ?? "", (refused.get(message ?? "") ?? 0) + 1)
        setProgress((before) => (before ?? 0) + items.length)
      }
      if (!stopped) onDone()
    } finally {
      setProgress(null)
      setActed({ done, unchanged, refused, stopped })
      announce(t("userActs.acted", done, unchanged))
      for (const key of ["platform-users", "accesses"]) void client.invalidateQueries({ queryKey: [key] })
    }
  })
  return {
    asked,
    ask: (name: UserAct["act"], whom: Whom) => setAsked({ name, whom }),
    forget: () => setAsked(null),
    start: (what: UserAct) => {
      const whom = asked()?.whom
      setAsked(null)
      if (whom !== undefined) void act.start(what, whom)
    },
    stop: () => void (stopped = true),
    busy: act.busy,
    failure: act.failure,
    progress,
    acted,
  }
}

export type UserActing = ReturnType<typeof createUserActs>

function* inParts(ids: ReadonlyArray<string>) {
  for (let at = 0; at < ids.length; at += atOnce) yield ids.slice(at, at + atOnce)
}

/** Goes through the list in order of e-mail: whoever drops out of it by being acted on moves nobody else. */
async function* allThatMatch(filter: UserFilter): AsyncGenerator<ReadonlyArray<string>> {
  let cursor: string | null = null
  do {
    const signal = new AbortController().signal
    const page: Awaited<ReturnType<typeof listPlatformUsers>> = await listPlatformUsers(
      api,
      filter,
      cursor,
      signal,
    )
    if (page.items.length > 0) yield page.items.map(({ id }) => id)
    cursor = page.nextCursor
  } while (cursor !== null)
}
