import { useQueryClient } from "@tanstack/solid-query"
import { Show } from "solid-js"
import { addresses, scopeOf } from "../addresses.ts"
import { announce } from "../announce.ts"
import { createSamplePlatform } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { t } from "../i18n/language.ts"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { Icon } from "../parts/Icon.tsx"

/** On an empty platform: start with two made-up databases, or with one's own people. */
export function SampleOffer() {
  const client = useQueryClient()
  const start = createAct(async () => {
    await createSamplePlatform(api)
    announce(t("sample.done"))
    await client.invalidateQueries()
  })
  return (
    <>
      <Show when={start.failure()}>
        <Failure error={start.failure()} retry={() => void start.start()} />
      </Show>
      <Empty icon="sparkle" title={t("sample.title")} text={t("sample.text")}>
        <button
          type="button"
          class="button primary"
          aria-busy={start.busy()}
          onClick={() => void start.start()}
        >
          <Icon name="database" />
          {start.busy() ? t("sample.busy") : t("sample.start")}
        </button>
        <a class="button" href={addresses.newImport(scopeOf(undefined))}>
          <Icon name="upload" />
          {t("users.addMultiple")}
        </a>
      </Empty>
    </>
  )
}
