import { Schema } from "effect"

/** Everything that leaves a line in the audit. */
export const AuditEvent = Schema.Literals([
  "set_up.offered",
  "set_up.done",
  "user.created",
  "user.changed",
  "user.anonymised",
  "users.created",
  "users.removed",
  "password.chosen",
  "second_factor.on",
  "second_factor.off",
  "sign_in.linked",
  "session.began",
  "session.ended",
  "api_key.made",
  "api_key.revoked",
  "mail.asked",
  "mails.asked",
  "mail.delivered",
  "mail.bounced",
  "database.created",
  "database.changed",
  "permissions.registered",
  "department.created",
  "department.changed",
  "department.removed",
  "group.created",
  "group.changed",
  "group.removed",
  "access.granted",
  "access.changed",
  "access.removed",
  "import.received",
  "import.corrected",
  "import.policy_changed",
  "import.ready",
  "import.refused",
  "import.started",
  "import.completed",
  "import.failed",
  "import.cancelled",
  "audit.erased",
])
export type AuditEvent = typeof AuditEvent.Type

/**
 * One change of state: who did what to whom or what, and when (ISO 8601 in UTC, to the microsecond). `details`
 * tells no person; what does is in `personal` (both JSON), which can be erased: the chain holds its salted
 * hash. `hash` follows from the line and the hash of the line before (`auditHash`).
 */
export const AuditLine = Schema.Struct({
  ordinal: Schema.Int,
  at: Schema.String,
  actor: Schema.String,
  event: AuditEvent,
  databaseId: Schema.NullOr(Schema.String),
  importId: Schema.NullOr(Schema.String),
  userId: Schema.NullOr(Schema.String),
  details: Schema.String,
  personal: Schema.NullOr(Schema.String),
  salt: Schema.NullOr(Schema.String),
  personalHash: Schema.NullOr(Schema.String),
  hash: Schema.String,
})
export type AuditLine = typeof AuditLine.Type
