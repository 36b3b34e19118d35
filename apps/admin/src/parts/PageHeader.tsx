import { createEffect, For, Show, type JSX } from "solid-js"
import { t } from "../i18n/language.ts"

/** A step of the way from the top to a page; the page itself is not one. */
export type Crumb = readonly [label: string, address?: string]

/** The title of a page, also the browser's, the way to it, and what can be done on the page at its side. */
export function PageHeader(props: {
  title: string
  crumbs: ReadonlyArray<Crumb>
  lead?: JSX.Element
  children?: JSX.Element
}) {
  createEffect(() => {
    document.title = [props.title, ...props.crumbs.map(([label]) => label).reverse(), "Muster"].join(" · ")
  })
  return (
    <header class="page-header">
      <Show when={props.crumbs.length > 0}>
        <nav class="crumbs" aria-label={t("shell.crumbs")}>
          <ol>
            <For each={props.crumbs}>
              {([label, address]) => (
                <li>
                  <Show when={address} fallback={<span>{label}</span>}>
                    {(href) => <a href={href()}>{label}</a>}
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </nav>
      </Show>
      <div class="page-title">
        <h1 tabindex="-1">{props.title}</h1>
        <Show when={props.children}>
          <div class="page-actions">{props.children}</div>
        </Show>
      </div>
      <Show when={props.lead}>
        <div class="lead">{props.lead}</div>
      </Show>
    </header>
  )
}
