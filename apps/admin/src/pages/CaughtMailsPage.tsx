import { For, Show } from "solid-js"
import { listCaughtMails } from "@muster/client/caughtMails"
import { api } from "../api.ts"
import { createQuery } from "../createQuery.ts"
import { formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { Empty } from "../parts/Empty.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"

/** Mail that was kept since there is no mail server, so that invitations can be tried. */
export default function CaughtMailsPage() {
  const mails = createQuery(() => ({
    queryKey: ["caught-mails"],
    queryFn: ({ signal }) => listCaughtMails(api, signal),
    refetchInterval: 3000,
  }))
  return (
    <div class="page">
      <PageHeader title={t("mails.title")} crumbs={[[t("shell.platform")]]} lead={t("mails.lead")} />
      <Loaded query={mails()}>
        {(kept) => (
          <For
            each={kept().items}
            fallback={
              <Empty
                icon="imports"
                title={kept().caught ? t("mails.empty") : t("mails.sent")}
                text={kept().caught ? t("mails.emptyHint") : t("mails.sentHint")}
              />
            }
          >
            {(mail) => (
              <details class="panel mail">
                <summary>
                  <span class="mail-subject">{mail.subject}</span>
                  <span class="muted">
                    {t("mails.to", mail.to)} · {formatMoment(new Date(mail.at).toISOString())}
                  </span>
                </summary>
                <p class="mail-text">
                  <For each={mail.text.split(/(https?:\/\/\S+)/)}>
                    {(piece) => (
                      <Show when={/^https?:\/\//.test(piece)} fallback={piece}>
                        <a href={piece}>{piece}</a>
                      </Show>
                    )}
                  </For>
                </p>
              </details>
            )}
          </For>
        )}
      </Loaded>
    </div>
  )
}
