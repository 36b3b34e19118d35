import type { Finding } from "@muster/domain/ports/ImportWork"
import { sql, type SQL } from "drizzle-orm"

/** A finding as a statement takes it, by `findingColumns`; what is null, or an empty list, is left out. */
export const findingRecord = ({ row, status, issues, outcome, userId, changes, access }: Finding) => ({
  row,
  status,
  issues: issues.length === 0 ? undefined : JSON.stringify(issues),
  outcome: outcome ?? undefined,
  user: userId ?? undefined,
  changes: changes.fields.length === 0 ? undefined : JSON.stringify(changes),
  department: access?.departmentId,
  group: access?.groupName,
  version: access?.version ?? undefined,
})

export const findingColumns: SQL = sql`row int, status text, issues text, outcome text, "user" uuid,
  changes text, department text, "group" text, version int`

/** Findings as rows of a statement. */
export const recorded = (findings: ReadonlyArray<Finding>): SQL => sql`
  select * from json_to_recordset(${JSON.stringify(findings.map(findingRecord))}::text::json)
    as f(${findingColumns})`
