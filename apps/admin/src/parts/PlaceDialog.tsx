import { For, Show } from "solid-js"
import type { PlaceUsage } from "@muster/domain/model/PlaceUsage"
import { createAct } from "../createAct.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { ConfirmDialog } from "./ConfirmDialog.tsx"
import { Failure } from "./Failure.tsx"

const parts = ["users", "byHand", "below", "imports"] as const

/** Tells what hangs on a department or a group before it is closed or removed; what is in use is not removed. */
export function PlaceDialog(props: {
  act: "close" | "remove"
  /** The name that a reader knows it by, and how it is told from others. */
  name: string
  id: string
  find: (signal: AbortSignal) => Promise<PlaceUsage>
  /** Where the people who have it are listed. */
  people: string
  onConfirm: () => Promise<void>
  onClose: () => void
}) {
  const usage = createQuery(() => ({
    queryKey: ["usage", props.id],
    queryFn: ({ signal }) => props.find(signal),
    staleTime: 0,
    gcTime: 0,
  }))
  const act = createAct(async () => {
    await props.onConfirm()
    props.onClose()
  })
  const inUse = (found: PlaceUsage) => found.users + found.byHand + found.below > 0
  const refused = () => props.act === "remove" && (usage().data === undefined || inUse(usage().data!))
  return (
    <ConfirmDialog
      open
      title={t(`usage.${props.act}Title`, props.name)}
      confirm={refused() ? null : props.act === "close" ? t("departments.close") : t("list.remove")}
      danger={props.act === "remove"}
      busy={act.busy()}
      {...(refused() ? { cancel: t("usage.understood") } : {})}
      onConfirm={() => void act.start()}
      onClose={props.onClose}
    >
      <Show when={usage().data} fallback={<p>{t("loading")}</p>}>
        {(found) => (
          <>
            <p>{refused() ? t("usage.inUse") : t(`usage.${props.act}Text`)}</p>
            <ul class="plain-list">
              <For each={parts.filter((part) => found()[part] > 0)}>
                {(part) => <li>{t(`usage.${part}`, found()[part])}</li>}
              </For>
            </ul>
            <Show when={found().users + found().byHand > 0}>
              <p>
                <a href={props.people}>{t("usage.see")}</a>
              </p>
            </Show>
          </>
        )}
      </Show>
      <Show when={usage().isLoadingError}>
        <Failure error={usage().error} retry={usage().refetch} />
      </Show>
      <Show when={act.failure()}>
        <Failure error={act.failure()} />
      </Show>
    </ConfirmDialog>
  )
}
