import { findPlatformUser } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { useMay, useSession } from "../session.ts"

/** Who did something, by the id that imports name them with. */
export function ActorName(props: { id: string }) {
  const session = useSession()
  const may = useMay()
  const userId = () => (props.id.startsWith("user:") ? props.id.slice("user:".length) : "")
  const own = () => userId() === session().user.id
  const user = createQuery(() => ({
    queryKey: ["platform-user", userId()],
    queryFn: ({ signal }) => findPlatformUser(api, userId(), signal),
    enabled: userId() !== "" && !own() && may("users.read"),
    staleTime: 60_000,
  }))
  const name = () => {
    if (own()) return t("actor.you")
    if (props.id === "muster") return t("actor.muster")
    if (props.id === "nobody") return t("actor.nobody")
    if (props.id.startsWith("key:")) return t("actor.key")
    if (userId() === "") return t("actor.installation")
    const found = user().data
    return found ? `${found.firstName} ${found.lastName}` : t("actor.somebody")
  }
  return <>{name()}</>
}
