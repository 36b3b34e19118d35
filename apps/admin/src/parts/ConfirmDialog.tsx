import { createEffect, createUniqueId, Show, type JSX } from "solid-js"
import { t } from "../i18n/language.ts"

/** Asks before something happens. Escape and the second button leave everything as it is. */
export function ConfirmDialog(props: {
  open: boolean
  title: string
  /** What the button that does it says; null where nothing can be done. */
  confirm: string | null
  danger?: boolean
  cancel?: string
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
  children: JSX.Element
}) {
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  createEffect(() => {
    if (props.open && !dialog.open) dialog.showModal()
    if (!props.open && dialog.open) dialog.close()
  })
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={() => props.onClose()}>
      <Show when={props.open}>
        <h2 id={id}>{props.title}</h2>
        <div class="dialog-text">{props.children}</div>
        <div class="actions end">
          <button type="button" class="button" onClick={() => props.onClose()}>
            {props.cancel ?? t("cancel")}
          </button>
          <Show when={props.confirm}>
            <button
              type="button"
              class={`button ${props.danger ? "danger" : "primary"}`}
              aria-busy={props.busy}
              autofocus
              onClick={() => props.busy || props.onConfirm()}
            >
              {props.confirm}
            </button>
          </Show>
        </div>
      </Show>
    </dialog>
  )
}
