import { useNavigate, useParams } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { createMemo, createSignal, Match, Show, Switch } from "solid-js"
import { mostRows, type DatabaseImportKind, type ImportMode } from "@muster/domain/model/Import"
import { addresses, scopeOf } from "../addresses.ts"
import { exampleFileAddress, sendFile, type ExampleFormat } from "@muster/client/imports"
import { createLimits } from "../createLimits.ts"
import { Refusal } from "@muster/client/request"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createFileToSend, FileChanged } from "../createFileToSend.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { formatBytes } from "../i18n/format.ts"
import { importWords } from "../importWords.ts"
import { language, t } from "../i18n/language.ts"
import { ExampleFile } from "../parts/ExampleFile.tsx"
import { Failure } from "../parts/Failure.tsx"
import { FileDrop } from "../parts/FileDrop.tsx"
import { FileRefused } from "../parts/FileRefused.tsx"
import { ModeChoice } from "../parts/ModeChoice.tsx"
import { Notice } from "../parts/Notice.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { ProgressBar } from "../parts/ProgressBar.tsx"
import { Steps } from "../parts/Steps.tsx"

/** The way into an import: the example file, the choice of a file, and its validation. */
export default function NewImportPage(props: { kind?: DatabaseImportKind }) {
  const params = useParams<{ databaseId?: string }>()
  const scope = createMemo(() => scopeOf(params.databaseId, props.kind))
  const kind = () => scope().kind
  const madeTitle = () =>
    kind() === "departments"
      ? t("shell.departments")
      : kind() === "permission-groups"
        ? t("shell.permissionGroups")
        : t("shell.users")
  const crumbs = createScopeCrumbs(scope)
  const navigate = useNavigate()
  const client = useQueryClient()
  const limits = createLimits()
  const limitsText = () => {
    const known = limits().data
    return known
      ? t("file.limits", mostRows(kind(), known.maxRows), formatBytes(known.maxBytes))
      : t("file.kinds")
  }

  const [format, setFormat] = createSignal<ExampleFormat>("xlsx")
  const [mode, setMode] = createSignal<ImportMode>("create")
  const [downloaded, setDownloaded] = createSignal(false)
  const [missing, setMissing] = createSignal(false)
  const chosen = createFileToSend()

  const send = createAct(async () => {
    const file = await chosen.read()
    if (file === null) return void setMissing(true)
    const one = await sendFile(api, scope(), file, mode())
    void client.invalidateQueries({ queryKey: ["imports"] })
    navigate(addresses.import(scope(), one.id))
  })
  const refusal = () => {
    const failure = send.failure()
    return failure instanceof Refusal && (failure.issues.length > 0 || failure.status === 413)
      ? failure
      : null
  }
  const choose = (file: File | null) => {
    chosen.choose(file)
    setMissing(false)
    send.forget()
  }

  const chooseMode = (wanted: ImportMode) => {
    setMode(wanted)
    // The same file in another mode is another import.
    choose(chosen.file())
  }

  return (
    <div class="page narrow">
      <PageHeader
        title={t(`newImport.title.${kind()}`)}
        crumbs={[...crumbs(), [madeTitle(), addresses.made(kind(), scope())]]}
        lead={t(`newImport.lead.${importWords(kind())}`)}
      />
      <Steps current={send.busy() ? "validate" : chosen.file() || downloaded() ? "choose" : "example"} />
      <Show when={refusal()}>
        {(failure) => (
          <FileRefused
            fileName={chosen.file()?.name ?? ""}
            issues={failure().issues}
            message={failure().message}
          />
        )}
      </Show>
      <section class="panel">
        <h2>{t("example.title")}</h2>
        <p class="muted">{t(`example.text.${kind()}`)}</p>
        <ExampleFile
          format={format()}
          address={exampleFileAddress(api, scope(), format(), language())}
          onFormat={setFormat}
          onDownload={() => setDownloaded(true)}
        />
        <p class="hint">{t("example.hint")}</p>
      </section>
      <section class="panel">
        <h2>{t("file.title")}</h2>
        <ModeChoice kind={kind()} mode={mode()} onMode={chooseMode} />
        <p class="muted">{t(`file.text.${kind()}.${mode() === "update" ? "update" : "create"}`)}</p>
        <FileDrop file={chosen.file()} limits={limitsText()} onChoose={choose} />
        <Switch>
          <Match when={send.busy()}>
            <ProgressBar label={t("file.sending")} />
          </Match>
          <Match when={missing()}>
            <Notice tone="error" alert title={t("file.missing")} />
          </Match>
          <Match when={send.failure() instanceof FileChanged}>
            <Notice tone="error" alert title={t("file.changed")}>
              <p>{t("file.changedHint")}</p>
            </Notice>
          </Match>
          <Match when={send.failure() && refusal() === null}>
            <Failure error={send.failure()} retry={() => void send.start()} />
          </Match>
        </Switch>
        <div class="actions end">
          <a class="button quiet" href={addresses.made(kind(), scope())}>
            {t("cancel")}
          </a>
          <button
            type="button"
            class={`button ${chosen.file() ? "primary" : ""}`}
            aria-busy={send.busy()}
            onClick={() => void send.start()}
          >
            {t("file.validate")}
          </button>
        </div>
      </section>
    </div>
  )
}
