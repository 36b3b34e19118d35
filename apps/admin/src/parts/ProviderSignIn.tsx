import { useSearchParams } from "@solidjs/router"
import { Show } from "solid-js"
import { leaveForProvider, readProviderName } from "@muster/client/session"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { Failure } from "./Failure.tsx"
import { Notice } from "./Notice.tsx"

const refusals = ["cancelled", "unknown", "failed"] as const

/** Offers the provider of identities, where there is one, and says how coming back from it went wrong. */
export function ProviderSignIn() {
  const [search] = useSearchParams()
  const name = createQuery(() => ({
    queryKey: ["provider"],
    queryFn: ({ signal }) => readProviderName(api, signal),
    staleTime: Infinity,
  }))
  const refusal = () => refusals.find((one) => one === search["signIn"])
  const act = createAct(async () => location.assign(await leaveForProvider(api)))
  return (
    <Show when={name().data}>
      {(known) => (
        <section class="sign-in-provider">
          <Show when={refusal()}>
            {(why) => (
              <Notice tone="error" alert title={t(`provider.${why()}.title`)}>
                <p>{t(`provider.${why()}.text`, known())}</p>
              </Notice>
            )}
          </Show>
          <Show when={act.failure()}>
            <Failure error={act.failure()} />
          </Show>
          <button type="button" class="button" aria-busy={act.busy()} onClick={() => void act.start()}>
            {t("provider.submit", known())}
          </button>
        </section>
      )}
    </Show>
  )
}
