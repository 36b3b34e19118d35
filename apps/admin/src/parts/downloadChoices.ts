import type { FileFormat } from "@muster/client/imports"
import { t } from "../i18n/language.ts"
import type { MenuChoice } from "./MoreMenu.tsx"

/** What a menu offers of a table to download: a workbook, or text. */
export const downloadChoices = (
  label: string,
  detail: string,
  address: (format: FileFormat) => string,
): ReadonlyArray<MenuChoice> =>
  (["xlsx", "csv"] as const).map((format) => ({
    label: t(`download.${format}`, label),
    detail,
    icon: "download",
    onChoose: () => location.assign(address(format)),
  }))
