import { flatten, translator, type Flatten } from "@solid-primitives/i18n"
import { createSignal } from "solid-js"
import type { Language } from "@muster/domain/model/Language"
import { stored, store } from "../storage.ts"
import type { Catalogue } from "./en.ts"

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  sv: () => import("./sv.ts").then(({ sv }) => sv),
}

/** What each language calls itself. */
export const languages: ReadonlyArray<readonly [language: Language, name: string]> = [
  ["en", "English"],
  ["sv", "Svenska"],
]

const [spoken, setSpoken] = createSignal<{ language: Language; texts: Flatten<Catalogue> }>({
  language: "en",
  texts: {} as Flatten<Catalogue>,
})

/** The language being spoken. */
export const language = (): Language => spoken().language

/** The text of a key in the language being spoken. */
export const t = translator(() => spoken().texts)

/** How the language writes numbers and dates. */
export const locale = (): string => (language() === "sv" ? "sv-SE" : "en-GB")

/** Speaks a language from now on, and remembers it if it was `chosen` by hand. */
export const speak = async (language: Language, chosen: boolean): Promise<void> => {
  const texts = flatten(await catalogues[language]())
  setSpoken({ language, texts })
  document.documentElement.lang = language
  if (chosen) store("language", language)
}

/** The language chosen before, else the first of the browser's that is spoken here, else English. */
export const preferredLanguage = (): Language => {
  const wanted = [stored("language"), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase())
  return (
    languages.find(([known]) => known === wanted.find((tag) => tag === "sv" || tag === "en"))?.[0] ?? "en"
  )
}
