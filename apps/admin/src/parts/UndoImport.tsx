import { useNavigate } from "@solidjs/router"
import { Match, Show, Switch } from "solid-js"
import { isOfStructure, type ImportScope } from "@muster/domain/model/Import"
import { addresses } from "../addresses.ts"
import { undoImport, type AnsweredImport } from "@muster/client/imports"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createLimits } from "../createLimits.ts"
import { formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { useMay, useMayIn } from "../session.ts"
import { Failure } from "./Failure.tsx"
import { Icon } from "./Icon.tsx"

/** The way to take back what an import did, as far as its preview; or to where that was done. */
export function UndoImport(props: { scope: ImportScope; one: AnsweredImport }) {
  const navigate = useNavigate()
  const may = useMay()
  const mayIn = useMayIn()
  const limits = createLimits()
  const mayUndo = () =>
    props.scope.databaseId === null ? may("users.change") : mayIn("accesses.change", props.scope.databaseId)
  const until = () =>
    Date.parse(props.one.finishedAt ?? "") + (limits().data?.undoDays ?? 0) * 24 * 60 * 60 * 1000
  const isOpen = () =>
    mayUndo() &&
    props.one.undoes === null &&
    !isOfStructure(props.one.kind) &&
    props.one.counts.created + props.one.counts.updated > 0 &&
    until() > Date.now()
  const undo = createAct(async () => {
    const { id } = await undoImport(api, props.scope, props.one.id)
    navigate(addresses.import(props.scope, id))
  })
  return (
    <Switch>
      <Match when={props.one.undoneBy}>
        {(id) => (
          <p>
            <a href={addresses.import(props.scope, id())}>{t("undo.by")}</a>
          </p>
        )}
      </Match>
      <Match when={isOpen()}>
        <div class="actions undo">
          <button type="button" class="button" aria-busy={undo.busy()} onClick={() => void undo.start()}>
            <Icon name="undo" />
            {t("undo.ask")}
          </button>
          <span class="muted">{t("undo.until", formatMoment(new Date(until()).toISOString()))}</span>
          <Show when={undo.failure()}>
            <Failure error={undo.failure()} />
          </Show>
        </div>
      </Match>
    </Switch>
  )
}
