import { Show } from "solid-js"
import { locale, t } from "../i18n/language.ts"

/** When the table was last kept in this browser, in ms since 1970; null before. */
export function DraftKept(props: { at: number | null }) {
  const time = (at: number) => new Date(at).toLocaleTimeString(locale(), { timeStyle: "short" })
  return <Show when={props.at}>{(at) => <p class="hint draft-kept">{t("drafts.kept", time(at()))}</p>}</Show>
}
