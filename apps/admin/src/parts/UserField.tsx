import { createSignal, createUniqueId, For, onCleanup } from "solid-js"
import { listPlatformUsers } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { createPages } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { useMay } from "../session.ts"

const waitFor = 250

/** The e-mail of a user of the platform; those whom the reader may see are suggested while typing. */
export function UserField() {
  const id = createUniqueId()
  const may = useMay()
  const [typed, setTyped] = createSignal("")
  let waiting: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(waiting))
  const users = createPages(() => {
    const search = typed()
    return {
      key: ["platform-users", "suggested", search],
      page: (cursor: string | null, signal: AbortSignal) =>
        search.length < 2 || !may("users.read")
          ? Promise.resolve({ items: [], nextCursor: null })
          : listPlatformUsers(
              api,
              { search, status: "active", role: "", database: "", standing: "", importId: "" },
              cursor,
              signal,
            ),
      keepPrevious: true,
    }
  })
  return (
    <div class="field">
      <label for={id}>{t("column.email")}</label>
      <input
        id={id}
        name="email"
        type="email"
        required
        list={`${id}-users`}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          const { value } = event.currentTarget
          clearTimeout(waiting)
          waiting = setTimeout(() => setTyped(value.trim()), waitFor)
        }}
      />
      <datalist id={`${id}-users`}>
        <For each={users().data?.slice(0, 20)}>
          {(user) => (
            <option value={user.email}>
              {user.firstName} {user.lastName}
            </option>
          )}
        </For>
      </datalist>
    </div>
  )
}
