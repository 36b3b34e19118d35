import { createUniqueId, onMount, type JSX } from "solid-js"
import { createAct } from "../createAct.ts"
import { t } from "../i18n/language.ts"
import { ActForm } from "./ActForm.tsx"

/** A form in a dialog, open while it is there: what it does closes it, unless it fails; so does Escape. */
export function FormDialog(props: {
  title: string
  submit: string
  onSubmit: (form: HTMLFormElement) => Promise<void>
  onClose: () => void
  children: JSX.Element
}) {
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  onMount(() => dialog.showModal())
  const act = createAct(async (form: HTMLFormElement) => {
    await props.onSubmit(form)
    props.onClose()
  })
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={() => props.onClose()}>
      <ActForm class="form" act={act} head={<h2 id={id}>{props.title}</h2>}>
        {props.children}
        <div class="actions end">
          <button type="button" class="button" onClick={() => props.onClose()}>
            {t("cancel")}
          </button>
          <button type="submit" class="button primary" aria-busy={act.busy()}>
            {props.submit}
          </button>
        </div>
      </ActForm>
    </dialog>
  )
}
