import { Show } from "solid-js"
import { createIsClosed } from "../createIsClosed.ts"
import { t } from "../i18n/language.ts"
import { Notice } from "./Notice.tsx"

/** Says on a page of a database that is closed why nothing can be changed there. */
export function ClosedNotice(props: { databaseId: string }) {
  const isClosed = createIsClosed(() => props.databaseId)
  return (
    <Show when={isClosed()}>
      <Notice tone="warning" title={t("databases.closed")}>
        {t("databases.closedHint")}
      </Notice>
    </Show>
  )
}
