import { useLocation, type RouteSectionProps } from "@solidjs/router"
import { createEffect, createMemo, createSignal, ErrorBoundary, on, Show, Suspense } from "solid-js"
import { announcement } from "./announce.ts"
import { createDatabases } from "./createDatabases.ts"
import { t } from "./i18n/language.ts"
import { Icon } from "./parts/Icon.tsx"
import { PageFailed } from "./parts/PageFailed.tsx"
import { SideMenu } from "./parts/SideMenu.tsx"
import { Skeleton } from "./parts/Skeleton.tsx"

/** The frame around every page: the menu at the side (on a phone behind a button), the page, the live region. */
export function Shell(props: RouteSectionProps) {
  const location = useLocation()
  const databases = createDatabases()
  const databaseId = createMemo(() => {
    const [, id] = /^\/databases\/([^/]+)/.exec(location.pathname) ?? []
    return id && decodeURIComponent(id)
  })
  const [open, setOpen] = createSignal(false)
  let drawer!: HTMLDialogElement
  createEffect(() => (open() ? drawer.showModal() : drawer.close()))

  // A new page is read from its heading.
  createEffect(
    on(
      () => location.pathname,
      () => {
        setOpen(false)
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true }),
        )
      },
      { defer: true },
    ),
  )

  const menu = () => <SideMenu databases={databases().data ?? []} databaseId={databaseId()} />
  return (
    <div class="shell">
      <a class="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      <aside class="side">{menu()}</aside>
      <header class="top">
        <button type="button" class="button quiet icon-only" onClick={() => setOpen(true)}>
          <Icon name="menu" />
          <span class="visually-hidden">{t("shell.openMenu")}</span>
        </button>
        <span class="top-name">Muster</span>
      </header>
      <dialog ref={drawer} class="drawer" aria-label={t("shell.menu")} onClose={() => setOpen(false)}>
        <Show when={open()}>
          <button type="button" class="button quiet icon-only drawer-close" onClick={() => setOpen(false)}>
            <Icon name="close" />
            <span class="visually-hidden">{t("shell.closeMenu")}</span>
          </button>
          {menu()}
        </Show>
      </dialog>
      <main id="main" tabindex="-1">
        <ErrorBoundary fallback={(error, reset) => <PageFailed error={error} reset={reset} />}>
          <Suspense fallback={<Skeleton />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <div class="visually-hidden" role="status">
        {announcement()}
      </div>
    </div>
  )
}
