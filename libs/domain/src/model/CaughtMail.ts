import { Schema } from "effect"

/** A mail that was kept instead of sent; `at` in milliseconds since 1970. */
export const CaughtMail = Schema.Struct({
  id: Schema.String,
  to: Schema.String,
  subject: Schema.String,
  text: Schema.String,
  at: Schema.Int,
})
export type CaughtMail = typeof CaughtMail.Type
