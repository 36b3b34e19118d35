import type { AuditEvent } from "@muster/domain/audit/AuditLine"
import { SQL, sql } from "drizzle-orm"

interface Line {
  readonly actor: SQL | string
  readonly event: AuditEvent
  readonly databaseId?: SQL | string | null
  readonly importId?: SQL | string
  readonly userId?: SQL | string
  /** An expression of JSON, or what becomes JSON. */
  readonly details?: SQL | object
  /** An expression of JSON: what tells a person. */
  readonly personal?: SQL
}

/**
 * The part of a statement that writes a line of the audit for each row of `from` (`held`, or `made m`): it is
 * there with the change, or neither is. Triggers give it its place in the chain. A statement with several such
 * parts gives each its `name`.
 */
export const auditLine = (
  { actor, event, databaseId, importId, userId, details = {}, personal }: Line,
  from: SQL,
  name = "audited",
): SQL => sql`${sql.identifier(name)} as (
  insert into audit_lines (actor, event, database_id, import_id, user_id, details, personal)
  select ${actor}, ${event}::text, ${databaseId ?? null}::text, ${importId ?? null}::uuid, ${userId ?? null}::uuid,
    (${details instanceof SQL ? details : JSON.stringify(details)})::text, ${personal ?? sql`null`}::text
  from ${from}
)`
