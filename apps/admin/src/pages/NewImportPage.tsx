import { useNavigate, useParams } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { createMemo, createSignal, Match, Show, Switch } from "solid-js"
import { mostRows, type DatabaseImportKind, type ImportMode } from "@muster/domain/model/Import"
import type { ColumnMeaning } from "@muster/domain/rows/ColumnMatch"
import { addresses, scopeOf } from "../addresses.ts"
import { exampleFileAddress, readColumns, sendFile, type ExampleFormat } from "@muster/client/imports"
import { createLimits } from "../createLimits.ts"
import { Refusal } from "@muster/client/request"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createColumnChoice } from "../createColumnChoice.ts"
import { createFileToSend, FileChanged } from "../createFileToSend.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { formatBytes } from "../i18n/format.ts"
import { importWords } from "../importWords.ts"
import { language, t } from "../i18n/language.ts"
import { ExampleFile } from "../parts/ExampleFile.tsx"
import { Failure } from "../parts/Failure.tsx"
import { FileDrop } from "../parts/FileDrop.tsx"
import { FileRefused } from "../parts/FileRefused.tsx"
import { MatchColumns } from "../parts/MatchColumns.tsx"
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

  const columns = createColumnChoice(kind, mode)

  /** Reads the file's columns; answers null when somebody is to confirm them first. */
  const read = async (ask: boolean) => {
    const file = await chosen.read()
    if (file === null) return (setMissing(true), null)
    if (columns.asking()) return file
    const reading = await readColumns(api, scope(), file, mode())
    columns.take(reading, ask || !reading.isSure)
    return columns.asking() ? null : file
  }
  const look = createAct(async () => {
    send.forget()
    chosen.anew()
    await read(true)
  })
  const send = createAct(async () => {
    const file = await read(false)
    if (file === null) return
    const meant = columns.chosen()
    const one = await sendFile(api, scope(), meant === undefined ? file : { ...file, columns: meant }, mode())
    void client.invalidateQueries({ queryKey: ["imports"] })
    navigate(addresses.import(scope(), one.id))
  })
  const failed = () => send.failure() ?? look.failure()
  const refusal = () => {
    const failure = failed()
    return failure instanceof Refusal && (failure.issues.length > 0 || failure.status === 413)
      ? failure
      : null
  }
  const choose = (file: File | null) => {
    chosen.choose(file)
    setMissing(false)
    columns.forget()
    look.forget()
    send.forget()
  }

  const chooseColumn = (position: number, meaning: ColumnMeaning | null) => {
    columns.choose(position, meaning)
    chosen.anew()
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
        <Show when={columns.asking()}>
          <MatchColumns kind={kind()} choice={columns} onChoose={chooseColumn} />
        </Show>
        <Switch>
          <Match when={send.busy() || look.busy()}>
            <ProgressBar label={t(look.busy() ? "file.reading" : "file.sending")} />
          </Match>
          <Match when={missing()}>
            <Notice tone="error" alert title={t("file.missing")} />
          </Match>
          <Match when={failed() instanceof FileChanged}>
            <Notice tone="error" alert title={t("file.changed")}>
              <p>{t("file.changedHint")}</p>
            </Notice>
          </Match>
          <Match when={failed() && refusal() === null}>
            <Failure error={failed()} retry={() => void send.start()} />
          </Match>
        </Switch>
        <div class="actions end">
          <a class="button quiet" href={addresses.made(kind(), scope())}>
            {t("cancel")}
          </a>
          <Show when={chosen.file() && !columns.asking()}>
            <button type="button" class="button" aria-busy={look.busy()} onClick={() => void look.start()}>
              {t("match.byHand")}
            </button>
          </Show>
          <button
            type="button"
            class={`button ${chosen.file() ? "primary" : ""}`}
            aria-busy={send.busy()}
            onClick={() => void send.start()}
          >
            {t(columns.asking() ? "match.validate" : "file.validate")}
          </button>
        </div>
      </section>
    </div>
  )
}
