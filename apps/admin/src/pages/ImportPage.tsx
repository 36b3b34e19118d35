import { useParams, useSearchParams } from "@solidjs/router"
import { createEffect, createMemo, createSignal, lazy, Match, on, Show, Suspense, Switch } from "solid-js"
import type { ImportScope, ImportState } from "@muster/domain/model/Import"
import { addresses, scopeOf } from "../addresses.ts"
import type { AnsweredImport } from "@muster/client/imports"
import { createImport } from "../createImport.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { importTitle } from "../parts/importTitle.ts"
import { StateBadge } from "../parts/Badge.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { Steps, type Step } from "../parts/Steps.tsx"
import { ResultStep } from "./import/ResultStep.tsx"
import { UnderWayStep } from "./import/UnderWayStep.tsx"
import { ValidationStep } from "./import/ValidationStep.tsx"

const CorrectInGrid = lazy(() => import("./import/CorrectInGrid.tsx"))

/** A grid holds no more rows than this. */
const mostInGrid = 100_000

type View = "validating" | "validation" | "running" | "result"

const steps: Readonly<Record<View, Step>> = {
  validating: "validate",
  validation: "validate",
  running: "import",
  result: "result",
}

/** One import at the step it is in, from its validation to its result. */
export default function ImportPage() {
  const params = useParams<{ databaseId?: string; id: string }>()
  return (
    <Show when={params.id} keyed>
      {(id) => <OneImport scope={scopeOf(params.databaseId)} id={id} />}
    </Show>
  )
}

function OneImport(props: { scope: ImportScope; id: string }) {
  const scope = () => props.scope
  const { query, show, whenSettled } = createImport(scope, () => props.id)
  const crumbs = createScopeCrumbs(scope)

  const view = createMemo<View | undefined>((before) => viewOf(query().data?.state, before))
  const [stopped, setStopped] = createSignal(false)
  let main!: HTMLDivElement
  // In the address, so that whoever comes back is where they were.
  const [search, setSearch] = useSearchParams()
  const fitsGrid = ({ undoes, counts }: AnsweredImport) => undoes === null && counts.rows <= mostInGrid
  const closeGrid = () => {
    setSearch({ grid: null })
    queueMicrotask(() => main.querySelector<HTMLElement>("h2[tabindex]")?.focus())
  }
  createEffect(
    on(
      view,
      (now, before) => {
        if (before === undefined || now === undefined) return
        setStopped(before === "running" && now === "validation")
        // Whoever works elsewhere on the page, such as in the menu, is left in peace.
        const focused = document.activeElement
        if (focused === null || focused === document.body || main.contains(focused))
          queueMicrotask(() => main.querySelector<HTMLElement>("h2[tabindex]")?.focus())
      },
      { defer: true },
    ),
  )

  return (
    <div class="page" ref={main}>
      <PageHeader
        title={query().data ? importTitle(query().data!) : t("import.title")}
        crumbs={[...crumbs(), [t("shell.imports"), addresses.imports(scope())]]}
        lead={
          <Show when={query().data}>
            {(one) => (
              <span class="import-lead">
                <StateBadge state={one().state} />
                <span>{t("import.rows", one().counts.rows)}</span>
                <span>{t("import.at", formatMoment(one().createdAt))}</span>
                <Show when={one().undoes}>
                  {(undone) => <a href={addresses.import(scope(), undone())}>{t("undo.of")}</a>}
                </Show>
              </span>
            )}
          </Show>
        }
      />
      <Loaded query={query()}>
        {(one) => (
          <>
            <Steps
              current={steps[view() ?? "validation"]}
              finished={one().state === "completed"}
              withoutFile={one().undoes !== null}
            />
            <Switch>
              <Match when={view() === "validating" || view() === "running"}>
                <UnderWayStep scope={scope()} one={one()} show={show} />
              </Match>
              <Match when={view() === "validation"}>
                <Show
                  when={search.grid !== undefined && fitsGrid(one())}
                  fallback={
                    <ValidationStep
                      scope={scope}
                      one={one}
                      show={show}
                      whenSettled={whenSettled}
                      stopped={stopped()}
                      onGrid={fitsGrid(one()) ? () => setSearch({ grid: "1" }) : null}
                    />
                  }
                >
                  <Suspense>
                    <CorrectInGrid
                      scope={scope()}
                      one={one()}
                      show={show}
                      whenSettled={whenSettled}
                      onClose={closeGrid}
                    />
                  </Suspense>
                </Show>
              </Match>
              <Match when={view() === "result"}>
                <ResultStep scope={scope} one={one()} />
              </Match>
            </Switch>
          </>
        )}
      </Loaded>
    </div>
  )
}

/** What to show in a state. A row being validated anew does not take the table away. */
const viewOf = (state: ImportState | undefined, before: View | undefined): View | undefined => {
  switch (state) {
    case undefined:
      return before
    case "validating":
      return before === "validation" ? "validation" : "validating"
    case "refused":
    case "ready":
      return "validation"
    case "running":
      return "running"
    case "completed":
    case "failed":
    case "cancelled":
      return "result"
  }
}
