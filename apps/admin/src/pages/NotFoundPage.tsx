import { addresses, scopeOf } from "../addresses.ts"
import { t } from "../i18n/language.ts"
import { Empty } from "../parts/Empty.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"

/** For an address that leads nowhere. */
export default function NotFoundPage() {
  return (
    <div class="page">
      <PageHeader title={t("notFound.title")} crumbs={[]} />
      <Empty icon="search" title={t("notFound.text")} text={t("notFound.hint")}>
        <a class="button primary" href={addresses.users(scopeOf(undefined))}>
          {t("notFound.home")}
        </a>
      </Empty>
    </div>
  )
}
