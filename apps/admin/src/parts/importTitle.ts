import type { AnsweredImport } from "@muster/client/imports"
import { t } from "../i18n/language.ts"

/** What an import is called: its file, or what it undoes. */
export const importTitle = ({ fileName, undoes }: Pick<AnsweredImport, "fileName" | "undoes">): string =>
  undoes === null ? fileName : t("undo.title", fileName)
