import type { UserStatus } from "@muster/domain/model/PlatformUser"
import { t } from "../i18n/language.ts"
import { Icon, type IconName } from "./Icon.tsx"

const statuses: Readonly<Record<UserStatus, readonly [tone: string, icon: IconName]>> = {
  active: ["success", "check"],
  inactive: ["neutral", "skipped"],
  deleted: ["error", "close"],
  anonymised: ["neutral", "close"],
}

/** The status of a user, by drawing and word. */
export const UserBadge = (props: { status: UserStatus }) => (
  <span class={`badge ${statuses[props.status][0]}`}>
    <Icon name={statuses[props.status][1]} />
    {t(`userStatus.${props.status}`)}
  </span>
)
