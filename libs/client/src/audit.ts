import { Schema } from "effect"
import type { AuditEvent } from "@muster/domain/audit/AuditLine"
import { ToldLine } from "@muster/domain/audit/ToldLine"
import type { Connection } from "./Connection.ts"
import { pageOf, query } from "./page.ts"
import { request } from "./request.ts"

const Verification = Schema.Struct({
  lines: Schema.Int,
  faults: Schema.Array(
    Schema.Struct({ ordinal: Schema.Int, fault: Schema.Literals(["altered", "missing", "head"]) }),
  ),
})
/** Whether every line is as it was written. */
export type Verification = typeof Verification.Type

export const decodeLines = Schema.decodeUnknownSync(pageOf(ToldLine))
const decodeVerification = Schema.decodeUnknownSync(Verification)

/** What the audit is narrowed to; empty asks for all. `until` is a day that is included. */
export interface AuditFilter {
  readonly event: AuditEvent | ""
  readonly databaseId: string
  readonly from: string
  readonly until: string
}

/** One page of the audit, newest first. */
export const listAudit = (
  connection: Connection,
  { until, from, ...wanted }: AuditFilter,
  cursor: string | null,
  signal: AbortSignal | null = null,
) =>
  request(
    connection,
    decodeLines,
    `/audit${query({ ...wanted, from: dayStart(from, 0), until: dayStart(until, 1), limit: 100, cursor })}`,
    { signal },
  )

export const verifyAudit = (connection: Connection): Promise<Verification> =>
  request(connection, decodeVerification, "/audit/verification")

/** When a day begins for the reader, or so many days later; nothing for no day. */
const dayStart = (day: string, later: number): string => {
  const start = new Date(`${day}T00:00`)
  if (Number.isNaN(start.getTime())) return ""
  start.setDate(start.getDate() + later)
  return start.toISOString()
}
