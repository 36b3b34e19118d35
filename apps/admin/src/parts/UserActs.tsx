import { createSignal, For, Show } from "solid-js"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { StatusAct, statusActs } from "@muster/domain/model/StatusAct"
import type { UserFilter } from "../api/platformUsers.ts"
import type { Selection } from "../createSelection.ts"
import { createUserActs } from "../createUserActs.ts"
import { t } from "../i18n/language.ts"
import { ConfirmDialog } from "./ConfirmDialog.tsx"
import { Failure } from "./Failure.tsx"
import { Notice } from "./Notice.tsx"
import { ProgressBar } from "./ProgressBar.tsx"

/** What can be done to the users chosen in a list, and what came of it. */
export function UserActs(props: {
  users: ReadonlyArray<PlatformUser>
  hasMore: boolean
  filter: UserFilter
  selection: Selection
}) {
  const { act, progress, acted } = createUserActs(() => props.filter, props.selection)
  const [asked, setAsked] = createSignal<StatusAct | null>(null)
  const some = () => props.selection.all() || props.selection.size() > 0
  const whom = () =>
    props.selection.all() ? t("userActs.everybody") : t("userActs.users", props.selection.size())
  const acts = () =>
    StatusAct.literals.filter(
      (one) =>
        props.selection.all() ||
        props.users.some(
          ({ id, status }) => props.selection.has(id) && statusActs[one].from.includes(status),
        ),
    )
  return (
    <section class="user-acts" aria-label={t("userActs.title")}>
      <div class="tools">
        <button
          type="button"
          class="button"
          onClick={() => props.selection.choose(props.users.map(({ id }) => id))}
        >
          {t("userActs.chooseShown", props.users.length)}
        </button>
        <Show when={props.hasMore}>
          <button type="button" class="button" onClick={() => props.selection.chooseAll()}>
            {t("userActs.chooseAll")}
          </button>
        </Show>
        <Show when={some()}>
          <p role="status">{t("userActs.chosen", whom())}</p>
          <For each={acts()}>
            {(one) => (
              <button type="button" class="button" onClick={() => setAsked(one)}>
                {t(`user.${one}`)}
              </button>
            )}
          </For>
          <button type="button" class="button quiet" onClick={() => props.selection.clear()}>
            {t("userActs.clear")}
          </button>
        </Show>
      </div>
      <Show when={progress() !== null}>
        <ProgressBar label={t("userActs.busy")} detail={t("userActs.users", progress() ?? 0)} />
      </Show>
      <Show when={act.failure()}>
        <Failure error={act.failure()} />
      </Show>
      <Show when={acted()}>
        {(sum) => (
          <Notice
            tone={sum().refused.size > 0 ? "warning" : "success"}
            alert
            title={t("userActs.acted", sum().done, sum().unchanged)}
          >
            <For each={[...sum().refused]}>
              {([reason, count]) => <p>{t("userActs.refused", count, reason)}</p>}
            </For>
          </Notice>
        )}
      </Show>
      <Show when={asked()} keyed>
        {(one) => (
          <ConfirmDialog
            open
            title={t(`userActs.ask.${one}`, whom())}
            confirm={t(`user.${one}`)}
            danger={one === "delete"}
            busy={act.busy()}
            onConfirm={() => {
              setAsked(null)
              void act.start(one)
            }}
            onClose={() => setAsked(null)}
          >
            <p>{t(`userActs.text.${one}`)}</p>
          </ConfirmDialog>
        )}
      </Show>
    </section>
  )
}
