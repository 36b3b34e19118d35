import type { Accessor } from "solid-js"
import type { ImportScope } from "@muster/domain/model/Import"
import { addresses } from "./addresses.ts"
import { createDatabases } from "./createDatabases.ts"
import { t } from "./i18n/language.ts"
import type { Crumb } from "./parts/PageHeader.tsx"

/** The way to what a scope holds: the platform's administration, or a database's by its name. */
export const createScopeCrumbs = (scope: Accessor<ImportScope>): Accessor<ReadonlyArray<Crumb>> => {
  const databases = createDatabases()
  return () => {
    const { databaseId } = scope()
    if (databaseId === null) return [[t("shell.platform")]]
    const name = databases().data?.find(({ id }) => id === databaseId)?.name
    return [[t("shell.databases"), addresses.databases], [name ?? "…"], [t("shell.administration")]]
  }
}
