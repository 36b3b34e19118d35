import type { Connection } from "@muster/client/Connection"
import { language } from "./i18n/language.ts"

/** Told (`end`) when the server does not know, or no longer knows, who sits here. */
export const sessionEnd = new EventTarget()

/** The Muster that this page came from, in the reader's language and by the session's cookie. */
export const api: Connection = {
  base: "/api/v1",
  headers: () => ({ "Accept-Language": language() }),
  onRefusal: ({ code }) => {
    if (code === "sign_in.required") sessionEnd.dispatchEvent(new Event("end"))
  },
}
