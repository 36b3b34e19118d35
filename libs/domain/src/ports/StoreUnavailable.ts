import { Schema } from "effect"

/** The store did not answer, or broke off: nothing is known to have changed. Worth trying again. */
export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("StoreUnavailable", {
  cause: Schema.Defect(),
}) {
  override get message() {
    return "The store cannot be reached at the moment."
  }
}
