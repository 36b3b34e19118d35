import type { ImportState } from "./Import.ts"
import type { Issue } from "./Issue.ts"

/** So many times in a row may work on an import end with whoever did it, and no row done; then it is set aside. */
export const mostTries = 3

/** What is told of an import: what was found in its file, and that it was set aside. */
export const withSetAside = (
  found: ReadonlyArray<Issue>,
  state: ImportState,
  tries: number,
): ReadonlyArray<Issue> =>
  tries >= mostTries && (state === "refused" || state === "failed") ? [...found, setAside] : found

/** Whether an import was set aside, by what is told of it. */
export const isSetAside = ({ issues }: { readonly issues: ReadonlyArray<Pick<Issue, "code">> }): boolean =>
  issues.some(({ code }) => code === setAside.code)

const setAside: Issue = {
  code: "import.set_aside",
  severity: "error",
  row: null,
  column: null,
  value: null,
  details: { tries: mostTries },
}
