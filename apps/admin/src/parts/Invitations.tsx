import { useQueryClient } from "@tanstack/solid-query"
import { For, Show } from "solid-js"
import { inviteImported, readInvitations } from "@muster/client/invitations"
import type { Standing } from "@muster/domain/model/Standing"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { Failure } from "./Failure.tsx"
import { Icon } from "./Icon.tsx"
import { Loaded } from "./Loaded.tsx"

const ways = ["waiting", "delivered", "bounced", "accepted"] as const

/** How far those an import created have come, and a button that invites who has not been. */
export function Invitations(props: { importId: string }) {
  const client = useQueryClient()
  const key = () => ["invitations", props.importId]
  const standing = createQuery<Standing>(() => ({
    queryKey: key(),
    queryFn: ({ signal }) => readInvitations(api, props.importId, signal),
    refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 ? 2_000 : false),
  }))
  const invite = createAct(async () => {
    client.setQueryData(key(), await inviteImported(api, props.importId))
  })
  return (
    <section class="panel" aria-label={t("invitations.title")}>
      <h3>{t("invitations.title")}</h3>
      <Show when={invite.failure()}>
        <Failure error={invite.failure()} retry={() => void invite.start()} />
      </Show>
      <Loaded query={standing()}>
        {(counts) => (
          <>
            <p class="muted" role="status">
              {counts().notInvited === counts().created
                ? t("invitations.none")
                : t("invitations.some", counts().created - counts().notInvited, counts().created)}
            </p>
            <ul class="tags">
              <For each={ways.filter((way) => counts()[way] > 0)}>
                {(way) => <li>{t(`invitations.${way}`, counts()[way])}</li>}
              </For>
            </ul>
            <Show when={counts().notInvited > 0}>
              <div class="actions">
                <button
                  type="button"
                  class="button"
                  aria-busy={invite.busy()}
                  onClick={() => void invite.start()}
                >
                  <Icon name="key" />
                  {t("invitations.invite", counts().notInvited)}
                </button>
              </div>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  )
}
