/** What is remembered in this browser, or null: never set, or storage is closed to the page. */
export const stored = (name: "language" | "theme"): string | null => {
  try {
    return localStorage.getItem(`muster.${name}`)
  } catch {
    return null
  }
}

/** Remembers a choice in this browser, where that is allowed; null forgets it. */
export const store = (name: "language" | "theme", value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(`muster.${name}`)
    else localStorage.setItem(`muster.${name}`, value)
  } catch {
    // The choice then holds until the page is closed.
  }
}
