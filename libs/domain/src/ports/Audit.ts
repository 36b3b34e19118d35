import { Context, type Effect } from "effect"
import type { AuditEvent, AuditLine } from "../audit/AuditLine.ts"
import type { Page, PageRequest } from "../model/Page.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/**
 * Who did what. A line is written together with the change it tells of, and is never changed, except that
 * personal details can be erased.
 */
export class Audit extends Context.Service<
  Audit,
  {
    /** Newest first. */
    readonly list: (query: AuditQuery) => Effect.Effect<Page<AuditLine>, StoreUnavailable>
    /** In order, those after the ordinal. */
    readonly lines: (
      after: number,
      limit: number,
    ) => Effect.Effect<ReadonlyArray<AuditLine>, StoreUnavailable>
    /** The last line's place and hash, as the store remembers them apart from the lines; 0 before the first. */
    readonly head: Effect.Effect<AuditHead, StoreUnavailable>
    /** Erases personal details from the lines about a user; answers of how many. */
    readonly erase: (userId: string) => Effect.Effect<number, StoreUnavailable, CurrentActor>
  }
>()("@muster/domain/ports/Audit") {}

export type AuditHead = Pick<AuditLine, "ordinal" | "hash">

/** Asks for every line. */
export const everyLine: Omit<AuditQuery, keyof PageRequest> = {
  event: null,
  actor: null,
  databaseId: null,
  importId: null,
  userId: null,
  from: null,
  until: null,
}

/** Nulls ask for all. `from` and `until` are ISO 8601; `until` itself is not included. */
export interface AuditQuery extends PageRequest {
  readonly event: AuditEvent | null
  readonly actor: string | null
  readonly databaseId: string | null
  readonly importId: string | null
  readonly userId: string | null
  readonly from: string | null
  readonly until: string | null
}
