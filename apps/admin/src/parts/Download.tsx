import type { FileFormat } from "@muster/client/imports"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

/** A table to download, as a workbook or as text. */
export function Download(props: {
  label: string
  address: (format: FileFormat) => string
  primary?: boolean
}) {
  return (
    <div class="joined" role="group" aria-label={props.label}>
      <a
        class="button"
        classList={{ primary: props.primary === true }}
        href={props.address("xlsx")}
        download=""
      >
        <Icon name="download" />
        {t("download.xlsx", props.label)}
      </a>
      <a
        class="button"
        classList={{ primary: props.primary === true }}
        href={props.address("csv")}
        download=""
        aria-label={t("download.csv", props.label)}
      >
        CSV
      </a>
    </div>
  )
}
