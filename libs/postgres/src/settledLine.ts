import type { ImportState } from "@muster/domain/model/Import"
import { RowStatus } from "@muster/domain/model/Import"
import { sql, type SQL } from "drizzle-orm"
import { auditLine } from "./auditLine.ts"

/** The audit's line for an import that came to rest, with its counts, by the `importColumns` in `from`. */
export const settledLine = (
  actor: string,
  state: Exclude<ImportState, "validating" | "running">,
  from: SQL,
): SQL =>
  auditLine(
    {
      actor,
      event: `import.${state}`,
      importId: sql`id`,
      databaseId: sql`database_id`,
      details: sql`json_build_object(${sql.join(
        ["rows", ...RowStatus.literals].map((name) => sql`${name}::text, ${sql.identifier(name)}`),
        sql`, `,
      )})`,
    },
    from,
  )
