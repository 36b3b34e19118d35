import { For, Show } from "solid-js"
import { UserStatus, type PlatformUser } from "@muster/domain/model/PlatformUser"
import type { Selection } from "../createSelection.ts"
import type { UserActing } from "../createUserActs.ts"
import { t } from "../i18n/language.ts"
import { Failure } from "./Failure.tsx"
import { MoreMenu } from "./MoreMenu.tsx"
import { Notice } from "./Notice.tsx"
import { ProgressBar } from "./ProgressBar.tsx"
import { UserActDialog } from "./UserActDialog.tsx"
import { userActChoices } from "./userActChoices.ts"

/** Who is chosen in a list of users, what can be done to them, and what came of it. */
export function UserActs(props: {
  users: ReadonlyArray<PlatformUser>
  hasMore: boolean
  selection: Selection
  acting: UserActing
}) {
  const some = () => props.selection.all() || props.selection.size() > 0
  const whom = () => (props.selection.all() ? "all" : props.selection.ids())
  const statuses = () =>
    props.selection.all()
      ? UserStatus.literals
      : props.users.filter(({ id }) => props.selection.has(id)).map(({ status }) => status)
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
          <p role="status">{t("userActs.chosen", inWords(whom()))}</p>
          <MoreMenu
            visibleLabel
            label={t("userActs.menu")}
            choices={userActChoices(statuses(), (name) => props.acting.ask(name, whom()))}
          />
          <button type="button" class="button quiet" onClick={() => props.selection.clear()}>
            {t("userActs.clear")}
          </button>
        </Show>
      </div>
      <Show when={props.acting.progress() !== null}>
        <div class="tools">
          <ProgressBar
            label={t("userActs.busy")}
            detail={t("userActs.users", props.acting.progress() ?? 0)}
          />
          <button type="button" class="button" onClick={() => props.acting.stop()}>
            {t("userActs.stop")}
          </button>
        </div>
      </Show>
      <Show when={props.acting.failure()}>
        <Failure error={props.acting.failure()} />
      </Show>
      <Show when={props.acting.acted()}>
        {(sum) => (
          <Notice
            tone={sum().refused.size > 0 || sum().stopped ? "warning" : "success"}
            alert
            title={t("userActs.acted", sum().done, sum().unchanged)}
          >
            <For each={[...sum().refused]}>
              {([reason, count]) => <p>{t("userActs.refused", count, reason)}</p>}
            </For>
            <Show when={sum().stopped}>
              <p>{t("userActs.stopped")}</p>
            </Show>
          </Notice>
        )}
      </Show>
      <Show when={props.acting.asked()} keyed>
        {(asked) => (
          <UserActDialog
            name={asked.name}
            whom={inWords(asked.whom)}
            onAct={props.acting.start}
            onClose={props.acting.forget}
          />
        )}
      </Show>
    </section>
  )
}

const inWords = (whom: ReadonlyArray<string> | "all") =>
  whom === "all" ? t("userActs.everybody") : t("userActs.users", whom.length)
