import { render } from "solid-js/web"
import { App } from "./App.tsx"
import { preferredLanguage, speak } from "./i18n/language.ts"
import "./styles/tokens.css"
import "./styles/base.css"
import "./styles/shell.css"
import "./styles/page.css"
import "./styles/button.css"
import "./styles/field.css"
import "./styles/overlay.css"
import "./styles/feedback.css"
import "./styles/table.css"
import "./styles/import.css"
import "./styles/grid.css"

await speak(preferredLanguage(), false)
render(() => <App />, document.getElementById("app") as HTMLElement)
