import { For } from "solid-js"
import { language, languages, speak, t } from "../i18n/language.ts"
import { chooseTheme, theme, type Theme } from "../theme.ts"
import { Icon } from "./Icon.tsx"

const themes: ReadonlyArray<Theme> = ["system", "light", "dark"]

/** The choice of language and of light or dark; both are remembered in this browser. */
export function Preferences() {
  return (
    <div class="preferences">
      <label class="preference">
        <Icon name="language" />
        <span class="visually-hidden">{t("shell.language")}</span>
        <select
          value={language()}
          onChange={(event) => void speak(event.currentTarget.value === "sv" ? "sv" : "en", true)}
        >
          <For each={languages}>
            {([value, name]) => (
              <option value={value} lang={value}>
                {name}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class="preference">
        <Icon name="theme" />
        <span class="visually-hidden">{t("shell.theme")}</span>
        <select
          value={theme()}
          onChange={(event) =>
            chooseTheme(themes.find((one) => one === event.currentTarget.value) ?? "system")
          }
        >
          <For each={themes}>{(one) => <option value={one}>{t(`shell.themes.${one}`)}</option>}</For>
        </select>
      </label>
    </div>
  )
}
