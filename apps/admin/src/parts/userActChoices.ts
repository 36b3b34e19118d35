import type { UserStatus } from "@muster/domain/model/PlatformUser"
import { StatusAct, statusActs } from "@muster/domain/model/StatusAct"
import type { UserAct } from "@muster/domain/model/UserAct"
import { t } from "../i18n/language.ts"
import type { IconName } from "./Icon.tsx"
import type { MenuChoice } from "./MoreMenu.tsx"

const icons: Readonly<Record<UserAct["act"], IconName>> = {
  change: "edit",
  invite: "mail",
  giveAccess: "key",
  deactivate: "skipped",
  activate: "check",
  delete: "close",
  restore: "undo",
}

/** What can be done to users of whom some have one of these statuses, as choices of a menu. */
export const userActChoices = (
  statuses: ReadonlyArray<UserStatus>,
  ask: (name: UserAct["act"]) => void,
): ReadonlyArray<MenuChoice> =>
  [
    ...(["change", "invite", "giveAccess"] as const),
    ...StatusAct.literals.filter((act) => statusActs[act].from.some((status) => statuses.includes(status))),
  ].map((act) => ({
    label: t(`userActs.name.${act}`),
    detail: t(`userActs.detail.${act}`),
    icon: icons[act],
    onChoose: () => ask(act),
  }))
