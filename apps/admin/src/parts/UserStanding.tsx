import { createSignal, For, Show } from "solid-js"
import { PlatformRole, type PlatformUser } from "@muster/domain/model/PlatformUser"
import { StatusAct, statusActs } from "@muster/domain/model/StatusAct"
import { reaches } from "@muster/domain/rights/may"
import { announce } from "../announce.ts"
import { changePlatformUser, changeUserStatus, invite } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { t } from "../i18n/language.ts"
import { useMay, useSession } from "../session.ts"
import { Anonymise } from "./Anonymise.tsx"
import { ConfirmDialog } from "./ConfirmDialog.tsx"
import { Failure } from "./Failure.tsx"
import { SelectField } from "./SelectField.tsx"
import { UserBadge } from "./UserBadge.tsx"

/** A user's status and platform role, and what can be done about them. */
export function UserStanding(props: {
  user: PlatformUser
  mayChange: boolean
  onChanged: (user: PlatformUser) => void
}) {
  const session = useSession()
  const may = useMay()
  const [asked, setAsked] = createSignal<StatusAct | null>(null)
  const act = createAct(async (work: () => Promise<PlatformUser | void>, said: string) => {
    const changed = await work()
    announce(said)
    setAsked(null)
    if (changed) props.onChanged(changed)
  })
  const grantable = () => PlatformRole.literals.filter((role) => reaches(session().platformRole, role))
  return (
    <section class="panel">
      <h2>{t("user.standing")}</h2>
      <p>
        <UserBadge status={props.user.status} />
      </p>
      <Show when={act.failure()}>
        <Failure error={act.failure()} />
      </Show>
      <Show
        when={props.mayChange}
        fallback={
          <Show when={props.user.status !== "anonymised"}>
            <p class="muted">{t("user.mayNotChange")}</p>
          </Show>
        }
      >
        <SelectField
          visibleLabel
          label={t("users.role")}
          value={props.user.platformRole}
          options={grantable().map((role) => [role, t(`role.${role}`)] as const)}
          onChoose={(role) =>
            void act.start(
              () => changePlatformUser(api, props.user, { platformRole: role as PlatformRole }),
              t("user.saved"),
            )
          }
        />
      </Show>
      <div class="actions">
        <Show when={props.user.status === "active" && may("users.invite")}>
          <button
            type="button"
            class="button"
            aria-busy={act.busy()}
            onClick={() => void act.start(() => invite(api, props.user), t("user.invited"))}
          >
            {t("user.invite")}
          </button>
        </Show>
        <Show when={props.mayChange}>
          <Show when={props.user.status === "deleted" && may("users.anonymise")}>
            <Anonymise user={props.user} onChanged={props.onChanged} />
          </Show>
          <For each={StatusAct.literals.filter((one) => statusActs[one].from.includes(props.user.status))}>
            {(one) => (
              <button
                type="button"
                class={`button ${one === "delete" ? "danger" : ""}`}
                onClick={() => setAsked(one)}
              >
                {t(`user.${one}`)}
              </button>
            )}
          </For>
        </Show>
      </div>
      <Show when={asked()}>
        {(one) => (
          <ConfirmDialog
            open
            title={t(`user.${one()}Title`)}
            confirm={t(`user.${one()}`)}
            danger={one() === "delete"}
            busy={act.busy()}
            onClose={() => setAsked(null)}
            onConfirm={() => void act.start(() => changeUserStatus(api, props.user, one()), t("user.saved"))}
          >
            <p>{t(`user.${one()}Text`, `${props.user.firstName} ${props.user.lastName}`)}</p>
          </ConfirmDialog>
        )}
      </Show>
    </section>
  )
}
