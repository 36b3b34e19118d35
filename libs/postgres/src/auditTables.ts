import { sql } from "drizzle-orm"
import * as pg from "drizzle-orm/pg-core"
import { exactText } from "./columns.ts"

/** Filled and guarded by triggers of the migrations `0003_audit` and `0015_lists_in_order`: only the erasing of personal details changes a line. */
export const auditLines = pg.pgTable(
  "audit_lines",
  {
    ordinal: pg.bigint({ mode: "number" }).primaryKey(),
    at: pg.timestamp({ withTimezone: true, mode: "string" }).notNull(),
    actor: exactText().notNull(),
    event: exactText().notNull(),
    databaseId: exactText(),
    importId: pg.uuid(),
    userId: pg.uuid(),
    details: exactText().notNull(),
    personal: exactText(),
    salt: exactText(),
    personalHash: exactText(),
    hash: exactText().notNull(),
  },
  (line) => [
    pg.index("audit_lines_by_time").on(line.at, line.ordinal),
    pg.index("audit_lines_by_event").on(line.event, line.ordinal),
    pg.index("audit_lines_by_actor").on(line.actor, line.ordinal),
    pg
      .index("audit_lines_by_user")
      .on(line.userId, line.ordinal)
      .where(sql`${line.userId} is not null`),
    pg
      .index("audit_lines_by_import")
      .on(line.importId, line.ordinal)
      .where(sql`${line.importId} is not null`),
    pg
      .index("audit_lines_by_database")
      .on(line.databaseId, line.ordinal)
      .where(sql`${line.databaseId} is not null`),
  ],
)

/** Where the chain ends: one row. */
export const auditHead = pg.pgTable("audit_head", {
  chain: pg.integer().primaryKey(),
  ordinal: pg.bigint({ mode: "number" }).notNull(),
  hash: exactText().notNull(),
})
