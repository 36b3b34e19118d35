import type { Refusal } from "./request.ts"

/** How a Muster is reached, and as whom. */
export interface Connection {
  /** Where version 1 of the API begins, such as `https://muster.example/api/v1`. */
  readonly base: string
  /** What goes with every call; asked for anew each time. */
  readonly headers: () => Readonly<Record<string, string>>
  /** Told of every refusal before it is thrown. */
  readonly onRefusal?: (refusal: Refusal) => void
}

/**
 * A service's way to Muster: `origin` is where Muster is (`https://muster.example`), `key` an API key of it.
 * Messages come in `language`.
 */
export const connect = (origin: string, key: string, language: "en" | "sv" = "en"): Connection => ({
  base: `${origin.replace(/\/+$/, "")}/api/v1`,
  headers: () => ({ Authorization: `Bearer ${key}`, "Accept-Language": language }),
})
