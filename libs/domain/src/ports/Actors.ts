import { Context, type Effect, type Option } from "effect"
import type { Actor } from "../rights/Actor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** Who may act, with the rights they have now. */
export class Actors extends Context.Service<
  Actors,
  {
    /** By `Actor.id`; none for somebody unknown, not active, or whose key is revoked or has expired. */
    readonly find: (actorId: string) => Effect.Effect<Option.Option<Actor>, StoreUnavailable>
  }
>()("@muster/domain/ports/Actors") {}
