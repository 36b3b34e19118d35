import { Context } from "effect"

/** Who changes something, as the audit names them (`Actor.id`): a change without one does not compile. */
export class CurrentActor extends Context.Service<CurrentActor, string>()(
  "@muster/domain/rights/CurrentActor",
) {}

/** Muster itself, where nobody asked for the change. */
export const musterActorId = "muster"
