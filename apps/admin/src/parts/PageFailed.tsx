import { useLocation } from "@solidjs/router"
import { createEffect, on, onMount } from "solid-js"
import { t } from "../i18n/language.ts"
import { Failure } from "./Failure.tsx"
import { PageHeader } from "./PageHeader.tsx"

/** In place of a page that could not be shown at all, such as one whose code did not arrive. */
export function PageFailed(props: { error: unknown; reset: () => void }) {
  const location = useLocation()
  onMount(() => console.error(props.error))
  createEffect(on(() => location.pathname, props.reset, { defer: true }))
  return (
    <div class="page">
      <PageHeader title={t("failure.page")} crumbs={[]} />
      <Failure error={props.error} retry={() => window.location.reload()} />
    </div>
  )
}
