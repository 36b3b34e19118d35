import { Show } from "solid-js"
import type { Taken } from "../grid/pasteText.ts"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"
import { Notice } from "./Notice.tsx"

/**
 * Says what became of a pasted table, so that columns that were guessed or left out are not overlooked; `noRoom` is
 * why rows had none.
 */
export function TakenColumns(props: { taken: Taken; noRoom?: string }) {
  const guessed = () =>
    (props.taken.matches ?? []).flatMap(({ header, meaning, by }) =>
      meaning === null || by === "name"
        ? []
        : [t("paste.readAs", header, meaning === "fullName" ? t("match.fullName") : columnLabel(meaning))],
    )
  const unused = () =>
    (props.taken.matches ?? []).filter(({ meaning }) => meaning === null).map(({ header }) => header)
  return (
    <Notice
      tone={props.taken.left > 0 ? "warning" : guessed().length + unused().length > 0 ? "info" : "success"}
      title={t("paste.done", props.taken.rows)}
    >
      <Show when={props.taken.left > 0}>
        <p>
          {t("paste.left", props.taken.left)} {props.noRoom}
        </p>
      </Show>
      <Show when={guessed().length > 0}>
        <p>{guessed().join(", ")}</p>
      </Show>
      <Show when={unused().length > 0}>
        <p>{t("paste.unused", unused().join(", "))}</p>
      </Show>
    </Notice>
  )
}
