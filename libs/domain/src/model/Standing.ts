import { Schema } from "effect"

/** How far the users that an import created have come; all but `created` add up to it. */
export const Standing = Schema.Struct({
  created: Schema.Int,
  notInvited: Schema.Int,
  waiting: Schema.Int.annotate({ description: "Their mail is not sent yet" }),
  delivered: Schema.Int.annotate({ description: "A mail server has taken it" }),
  bounced: Schema.Int.annotate({ description: "The mail server will never take it" }),
  accepted: Schema.Int.annotate({ description: "They have chosen a password" }),
})
export type Standing = typeof Standing.Type
