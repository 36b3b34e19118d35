import { createEffect, type JSX } from "solid-js"
import { t } from "../i18n/language.ts"
import { Preferences } from "./Preferences.tsx"

/** The frame of a page for somebody who is not signed in. */
export function SignInFrame(props: { title: string; lead: string; children: JSX.Element }) {
  createEffect(() => {
    document.title = `${props.title} · Muster`
  })
  return (
    <div class="sign-in">
      <main class="sign-in-card">
        <p class="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>{t("shell.name")}</span>
        </p>
        <h1>{props.title}</h1>
        <p class="muted">{props.lead}</p>
        {props.children}
      </main>
      <footer>
        <Preferences />
      </footer>
    </div>
  )
}
