import { createSignal, For, Show } from "solid-js"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { announce } from "../announce.ts"
import { anonymise, findTraces } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { ConfirmDialog } from "./ConfirmDialog.tsx"
import { Failure } from "./Failure.tsx"
import { Loaded } from "./Loaded.tsx"

const places = ["accesses", "apiKeys", "importRows", "auditLines"] as const

/** The way to make a deleted user nobody, after a look at what that erases. */
export function Anonymise(props: { user: PlatformUser; onChanged: (user: PlatformUser) => void }) {
  const [asked, setAsked] = createSignal(false)
  const act = createAct(async () => {
    const nobody = await anonymise(api, props.user)
    announce(t("user.anonymised"))
    setAsked(false)
    props.onChanged(nobody)
  })
  return (
    <>
      <button type="button" class="button danger" onClick={() => setAsked(true)}>
        {t("user.anonymise")}…
      </button>
      <ConfirmDialog
        open={asked()}
        danger
        title={t("user.anonymiseTitle")}
        confirm={t("user.anonymise")}
        busy={act.busy()}
        onConfirm={() => void act.start()}
        onClose={() => setAsked(false)}
      >
        <p>{t("user.anonymiseText", `${props.user.firstName} ${props.user.lastName}`)}</p>
        <Erased userId={props.user.id} />
        <Show when={act.failure()}>
          <Failure error={act.failure()} />
        </Show>
      </ConfirmDialog>
    </>
  )
}

function Erased(props: { userId: string }) {
  const traces = createQuery(() => {
    const { userId } = props
    return {
      queryKey: ["traces", userId],
      queryFn: ({ signal }) => findTraces(api, userId, signal),
      staleTime: 0,
    }
  })
  return (
    <Loaded query={traces()}>
      {(found) => (
        <ul class="plain-list">
          <For each={places.filter((place) => found()[place] > 0)}>
            {(place) => <li>{t(`user.traces.${place}`, found()[place])}</li>}
          </For>
        </ul>
      )}
    </Loaded>
  )
}
