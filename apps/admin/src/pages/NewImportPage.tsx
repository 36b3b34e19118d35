import { useNavigate, useParams } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import {
  batch,
  createEffect,
  createMemo,
  createSignal,
  lazy,
  Match,
  on,
  Show,
  Suspense,
  Switch,
} from "solid-js"
import { mostRows, type DatabaseImportKind, type ImportMode } from "@muster/domain/model/Import"
import type { ColumnMeaning } from "@muster/domain/rows/ColumnMatch"
import type { DialectChoice } from "@muster/domain/rows/FileDialect"
import { addresses, scopeOf } from "../addresses.ts"
import { exampleFileAddress, readColumns, sendFile, type ExampleFormat } from "@muster/client/imports"
import { createLimits } from "../createLimits.ts"
import { Refusal } from "@muster/client/request"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createColumnChoice } from "../createColumnChoice.ts"
import { createFileToSend, FileChanged } from "../createFileToSend.ts"
import { createDraftOffer } from "../drafts/createDraftOffer.ts"
import type { Draft } from "../drafts/draftStore.ts"
import { createTableToSend } from "../createTableToSend.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { formatBytes } from "../i18n/format.ts"
import { mayReadOtherwise } from "../mayReadOtherwise.ts"
import { importWords } from "../importWords.ts"
import { language, t } from "../i18n/language.ts"
import { DraftOffer } from "../parts/DraftOffer.tsx"
import { ExampleFile } from "../parts/ExampleFile.tsx"
import { Failure } from "../parts/Failure.tsx"
import { FileDrop } from "../parts/FileDrop.tsx"
import { FileRefused } from "../parts/FileRefused.tsx"
import { MatchColumns } from "../parts/MatchColumns.tsx"
import { ModeChoice } from "../parts/ModeChoice.tsx"
import { Notice } from "../parts/Notice.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { ProgressBar } from "../parts/ProgressBar.tsx"
import { ReadAs } from "../parts/ReadAs.tsx"
import { Steps } from "../parts/Steps.tsx"
import { TableWays, type TableWay } from "../parts/TableWays.tsx"

const NewTable = lazy(() => import("../parts/NewTable.tsx"))

/** The way into an import: the example file, the choice of a file or the writing of a table, and its validation. */
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
  const most = () => {
    const known = limits().data
    return known ? mostRows(kind(), known.maxRows) : null
  }
  const limitsText = () => {
    const known = limits().data
    return known ? t("file.limits", most() ?? 0, formatBytes(known.maxBytes)) : t("file.kinds")
  }

  const [format, setFormat] = createSignal<ExampleFormat>("xlsx")
  const [mode, setMode] = createSignal<ImportMode>("create")
  const [downloaded, setDownloaded] = createSignal(false)
  const [missing, setMissing] = createSignal(false)
  const chosen = createFileToSend()
  const table = createTableToSend()
  const [way, setWay] = createSignal<TableWay>("file")
  const offer = createDraftOffer(scope)
  const [draft, setDraft] = createSignal<Draft | null>(null)
  // Once begun, the table stays while somebody looks at the other ways.
  const written = createMemo<string | false>((before) => {
    const id = offer.head() === null && offer.id()
    return before === id || way() !== "file" ? id : false
  }, false)
  const goOn = () =>
    offer.goOn((found) => {
      setDraft(found)
      if (found === null) return
      setMode(found.head.mode)
      setWay("type")
    })
  createEffect(
    on(
      offer.id,
      () => {
        setDraft(null)
        setWay("file")
      },
      { defer: true },
    ),
  )

  const columns = createColumnChoice(kind, mode)

  /** Reads the file's columns; answers null when somebody is to confirm them first. */
  const read = async (ask: boolean) => {
    const bytes = await chosen.read()
    if (bytes === null) return (setMissing(true), null)
    const file = { ...bytes, dialect: columns.dialectChoice() }
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
  /** Reads the file in the way chosen last, whatever is chosen meanwhile. */
  const lookAnew = createAct(async () => {
    const file = await chosen.read()
    if (file === null) return
    for (let read: DialectChoice | null = null; read !== columns.dialectChoice();) {
      read = columns.dialectChoice()
      const asked = readColumns(api, scope(), { ...file, dialect: read }, mode())
      try {
        columns.take(await asked, true)
      } catch (error) {
        if (read === columns.dialectChoice()) throw error
      }
    }
  })
  const chooseDialect = (part: DialectChoice | null) => {
    batch(() => {
      columns.chooseDialect(part)
      chosen.anew()
      send.forget()
      look.forget()
      void lookAnew.start()
    })
  }
  const send = createAct(async () => {
    const file = way() === "file" ? await read(false) : await table.read(mode())
    if (file === null) return void (way() !== "file" && setMissing(true))
    const meant = way() === "file" ? columns.chosen() : undefined
    const one = await sendFile(api, scope(), meant === undefined ? file : { ...file, columns: meant }, mode())
    if (way() !== "file") await table.sent()
    void client.invalidateQueries({ queryKey: ["imports"] })
    navigate(addresses.import(scope(), one.id))
  })
  const failed = () => send.failure() ?? look.failure() ?? lookAnew.failure()
  // While the file is read anew, what was wrong before stays, and whoever is there with it.
  const refusal = createMemo<Refusal | null>((before) => {
    const failure = failed()
    if (lookAnew.busy()) return before
    return failure instanceof Refusal && (failure.issues.length > 0 || failure.status === 413)
      ? failure
      : null
  }, null)
  const dialectOfRefused = () => {
    const refused = way() === "file" && !columns.asking() ? refusal() : null
    return refused?.dialect && mayReadOtherwise(refused) ? columns.chosenIn(refused.dialect) : null
  }
  const choose = (file: File | null) => {
    chosen.choose(file)
    setMissing(false)
    columns.forget()
    look.forget()
    lookAnew.forget()
    send.forget()
  }

  const chooseWay = (wanted: TableWay) => {
    setWay(wanted)
    setMissing(false)
    look.forget()
    lookAnew.forget()
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
    <div class={`page ${way() === "file" ? "narrow" : ""}`}>
      <PageHeader
        title={t(`newImport.title.${kind()}`)}
        crumbs={[...crumbs(), [madeTitle(), addresses.made(kind(), scope())]]}
        lead={t(`newImport.lead.${importWords(kind())}`)}
      />
      <Steps
        current={
          send.busy() ? "validate" : chosen.file() || downloaded() || way() !== "file" ? "choose" : "example"
        }
      />
      <Show when={refusal()}>
        {(failure) => (
          <FileRefused
            fileName={way() === "file" ? (chosen.file()?.name ?? "") : t("grid.label")}
            issues={failure().issues}
            message={failure().message}
            mayReadOtherwise={dialectOfRefused() !== null}
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
        <h2>{t(`ways.title.${way()}`)}</h2>
        <Show when={offer.head()}>
          {(head) => (
            <DraftOffer head={head()} onGoOn={() => void goOn()} onDiscard={() => void offer.discard()} />
          )}
        </Show>
        <TableWays way={way()} onWay={chooseWay} />
        <ModeChoice kind={kind()} mode={mode()} onMode={chooseMode} />
        <p class="muted">{t(`file.text.${kind()}.${mode() === "update" ? "update" : "create"}`)}</p>
        <Show when={way() === "file"}>
          <FileDrop file={chosen.file()} limits={limitsText()} onChoose={choose} />
        </Show>
        <Show when={written()} keyed>
          {(id) => (
            <Suspense fallback={<ProgressBar label={t("loading")} />}>
              <NewTable
                id={id}
                draft={draft()}
                scope={scope()}
                mode={mode()}
                way={way()}
                most={most()}
                handle={table.take}
              />
            </Suspense>
          )}
        </Show>
        <Show when={way() === "file" && columns.asking()}>
          <MatchColumns kind={kind()} choice={columns} onChoose={chooseColumn} onDialect={chooseDialect} />
        </Show>
        <Show when={dialectOfRefused()}>
          {(dialect) => (
            <ReadAs
              dialect={dialect()}
              isRefused
              isChosen={columns.isChosen()}
              onChoose={chooseDialect}
              onFindOut={() => chooseDialect(null)}
            />
          )}
        </Show>
        <Switch>
          <Match when={send.busy() || look.busy()}>
            <ProgressBar
              label={t(look.busy() ? "file.reading" : way() === "file" ? "file.sending" : "grid.sending")}
            />
          </Match>
          <Match when={missing()}>
            <Notice tone="error" alert title={t(way() === "file" ? "file.missing" : "grid.missing")} />
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
          <Show when={way() === "file" && chosen.file() && !columns.asking()}>
            <button type="button" class="button" aria-busy={look.busy()} onClick={() => void look.start()}>
              {t("match.byHand")}
            </button>
          </Show>
          <button
            type="button"
            class={`button ${chosen.file() || way() !== "file" ? "primary" : ""}`}
            aria-busy={send.busy()}
            onClick={() => void send.start()}
          >
            {t(way() !== "file" ? "grid.validate" : columns.asking() ? "match.validate" : "file.validate")}
          </button>
        </div>
      </section>
    </div>
  )
}
