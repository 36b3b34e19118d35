import { Context, type Effect } from "effect"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** Whether the store can be reached and has the schema this version needs. */
export class Readiness extends Context.Service<
  Readiness,
  { readonly check: Effect.Effect<void, StoreUnavailable> }
>()("@muster/domain/ports/Readiness") {}
