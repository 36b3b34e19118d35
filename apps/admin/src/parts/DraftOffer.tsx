import type { DraftHead } from "../drafts/draftStore.ts"
import { formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { Notice } from "./Notice.tsx"

/** A table begun before, to go on with or to discard. */
export function DraftOffer(props: { head: DraftHead; onGoOn: () => void; onDiscard: () => void }) {
  const moment = () => formatMoment(new Date(props.head.at).toISOString())
  return (
    <Notice
      tone="info"
      title={t("drafts.offer", moment(), props.head.rows)}
      action={
        <div class="actions">
          <button type="button" class="button primary" onClick={() => props.onGoOn()}>
            {t("drafts.goOn")}
          </button>
          <button type="button" class="button" onClick={() => props.onDiscard()}>
            {t("drafts.discard")}
          </button>
        </div>
      }
    >
      <p>{t("drafts.where")}</p>
    </Notice>
  )
}
