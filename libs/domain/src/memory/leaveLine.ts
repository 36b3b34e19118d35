import type { AuditEvent, AuditLine } from "../audit/AuditLine.ts"
import { isoTime } from "./importsInMemory.ts"
import type { MemoryState } from "./MemoryState.ts"

/** A line of the audit that is still without its place in the chain. */
export type MemoryLine = Omit<AuditLine, "ordinal" | "hash" | "salt" | "personalHash">

type About = Partial<Pick<AuditLine, "databaseId" | "importId" | "userId">> & {
  readonly details?: object
  readonly personal?: object
}

/** Writes a line of the audit; to be called in the same breath as the change. */
export const leaveLine = (
  { audit }: Pick<MemoryState["Service"], "audit">,
  actor: string,
  event: AuditEvent,
  { databaseId = null, importId = null, userId = null, details = {}, personal }: About = {},
): void => {
  audit.push({
    at: isoTime(Date.now()).replace("Z", "000Z"),
    actor,
    event,
    databaseId,
    importId,
    userId,
    details: JSON.stringify(details),
    personal: personal === undefined ? null : JSON.stringify(personal),
  })
}
