import { For, Show } from "solid-js"
import { announce } from "../announce.ts"
import { endSession, endSessions, type Account } from "@muster/client/account"
import { api, sessionEnd } from "../api.ts"
import { createAct } from "../createAct.ts"
import { formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { Failure } from "./Failure.tsx"
import { ListTable } from "./ListTable.tsx"

/** Where the reader is signed in, and the way out of each. */
export function SessionList(props: { sessions: Account["sessions"]; onChanged: () => void }) {
  const leave = createAct(async (id: string) => {
    await endSession(api, id)
    announce(t("account.sessionEnded"))
    props.onChanged()
  })
  const leaveAll = createAct(async () => {
    await endSessions(api)
    sessionEnd.dispatchEvent(new Event("end"))
  })
  return (
    <section class="panel">
      <h2>{t("account.sessions")}</h2>
      <p class="muted">{t("account.sessionsHint")}</p>
      <Show when={leave.failure() ?? leaveAll.failure()}>{(error) => <Failure error={error()} />}</Show>
      <ListTable
        caption={t("account.sessions")}
        columns={[
          [t("account.browser")],
          [t("account.signedInAt")],
          [t("account.lastUsed")],
          [t("account.signOut"), "hidden"],
        ]}
      >
        <For each={props.sessions}>
          {(one) => (
            <tr>
              <th scope="row">{one.userAgent === null ? t("account.unknown") : browserOf(one.userAgent)}</th>
              <td data-label={t("account.signedInAt")}>{formatMoment(one.createdAt)}</td>
              <td data-label={t("account.lastUsed")}>{formatMoment(one.lastUsedAt)}</td>
              <td class="number">
                <Show when={!one.current} fallback={<span class="badge neutral">{t("account.here")}</span>}>
                  <button type="button" class="link" onClick={() => void leave.start(one.id)}>
                    {t("account.signOut")}
                  </button>
                </Show>
              </td>
            </tr>
          )}
        </For>
      </ListTable>
      <div class="actions">
        <button
          type="button"
          class="button danger"
          aria-busy={leaveAll.busy()}
          onClick={() => void leaveAll.start()}
        >
          {t("account.everywhere")}
        </button>
      </div>
    </section>
  )
}

/** What people call the browser that calls itself so, and the system it runs on. */
const browserOf = (userAgent: string): string => {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)(?:\/|A\/|iOS\/)/.exec(userAgent)?.[1]
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1]
  const names: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" }
  const known = [browser, system].filter((one) => one !== undefined).map((one) => names[one] ?? one)
  return known.length === 0 ? userAgent.slice(0, 60) : known.join(" · ")
}
