import { useNavigate } from "@solidjs/router"
import { addresses, scopeOf } from "../addresses.ts"
import { structureAddress } from "@muster/client/databases"
import { api } from "../api.ts"
import { t } from "../i18n/language.ts"
import { downloadChoices } from "./downloadChoices.ts"
import { MoreMenu } from "./MoreMenu.tsx"

/** Bringing what a database is made of in by file, and out. */
export function StructureMenu(props: {
  databaseId: string
  kind: "departments" | "permission-groups"
  mayChange: boolean
}) {
  const navigate = useNavigate()
  return (
    <MoreMenu
      label={t("structureFiles.menu")}
      choices={[
        ...(props.mayChange
          ? [
              {
                label: t("structureFiles.import"),
                detail: t("structureFiles.importDetail"),
                icon: "upload" as const,
                onChoose: () => navigate(addresses.newImport(scopeOf(props.databaseId, props.kind))),
              },
            ]
          : []),
        ...downloadChoices(t("structureFiles.download"), t("structureFiles.downloadDetail"), (format) =>
          structureAddress(api, props.databaseId, props.kind, format),
        ),
      ]}
    />
  )
}
