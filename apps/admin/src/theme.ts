import { createSignal } from "solid-js"
import { store, stored } from "./storage.ts"

export type Theme = "system" | "light" | "dark"

const remembered = stored("theme")
const [theme, setTheme] = createSignal<Theme>(
  remembered === "light" || remembered === "dark" ? remembered : "system",
)

/** The theme chosen here; `system` follows the system's. */
export { theme }

/** Chooses a theme and remembers it. `public/theme.js` puts it in place at the next start. */
export const chooseTheme = (chosen: Theme): void => {
  setTheme(chosen)
  store("theme", chosen === "system" ? null : chosen)
  if (chosen === "system") delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
}
