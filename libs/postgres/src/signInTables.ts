import { MailPurpose, MailState } from "@muster/domain/model/Mail"
import { KeyScope } from "@muster/domain/rights/Actor"
import { sql } from "drizzle-orm"
import * as pg from "drizzle-orm/pg-core"
import { exactText, jsonText } from "./columns.ts"
import { databases, platformUsers } from "./tables.ts"

const now = sql`now()`
const moment = () => pg.timestamp({ withTimezone: true, mode: "date" })
const userId = () =>
  pg
    .uuid()
    .notNull()
    .references(() => platformUsers.id, { onDelete: "cascade" })

export const apiKeys = pg.pgTable(
  "api_keys",
  {
    id: pg.uuid().primaryKey(),
    ownerId: userId(),
    name: jsonText<string>().notNull(),
    scope: pg.text({ enum: [...KeyScope.literals] }).notNull(),
    databaseId: exactText().references(() => databases.id, { onDelete: "cascade" }),
    secretHash: exactText().notNull(),
    createdAt: moment().notNull().default(now),
    expiresAt: moment().notNull(),
    lastUsedAt: moment(),
  },
  (key) => [pg.index("api_keys_by_owner").on(key.ownerId, key.createdAt)],
)

/** Links that work once, by the SHA-256 of their token. One for set-up at a time, and one of each kind a user. */
export const signInLinks = pg.pgTable(
  "sign_in_links",
  {
    tokenHash: exactText().primaryKey(),
    purpose: pg.text({ enum: ["set-up", ...MailPurpose.literals] }).notNull(),
    userId: pg.uuid().references(() => platformUsers.id, { onDelete: "cascade" }),
    createdAt: moment().notNull().default(now),
    expiresAt: moment().notNull(),
  },
  (link) => [
    pg.unique("sign_in_links_one_of_a_kind").on(link.purpose, link.userId).nullsNotDistinct(),
    pg.check("sign_in_links_user", sql`(${link.purpose} = 'set-up') = (${link.userId} is null)`),
  ],
)

/** Mails with a link, to be sent: one of a purpose waits for a user, and one is sent for an import and user. */
export const mails = pg.pgTable(
  "mails",
  {
    id: pg.uuid().primaryKey().defaultRandom(),
    userId: userId(),
    purpose: pg.text({ enum: [...MailPurpose.literals] }).notNull(),
    importId: pg.uuid(),
    state: pg
      .text({ enum: [...MailState.literals] })
      .notNull()
      .default("waiting"),
    createdAt: moment().notNull().default(now),
    dueAt: moment().notNull().default(now),
    tries: pg.integer().notNull().default(0),
    takenUntil: moment().notNull().default(now),
  },
  (mail) => [
    pg
      .uniqueIndex("mails_one_waits")
      .on(mail.userId, mail.purpose)
      .where(sql`${mail.state} = 'waiting'`),
    pg
      .uniqueIndex("mails_one_an_import")
      .on(mail.importId, mail.userId)
      .where(sql`${mail.importId} is not null`),
    pg
      .index("mails_due")
      .on(mail.dueAt)
      .where(sql`${mail.state} = 'waiting'`),
    pg.index("mails_by_user").on(mail.userId, mail.createdAt),
  ],
)

/** What the sign-in library signs its cookies with: made at the first start, one row. */
export const signInSecrets = pg.pgTable("sign_in_secrets", {
  ordinal: pg.integer().primaryKey(),
  secret: exactText().notNull(),
})

export const sessions = pg.pgTable(
  "sessions",
  {
    id: pg.uuid().primaryKey(),
    userId: userId(),
    token: exactText().notNull().unique("sessions_token"),
    expiresAt: moment().notNull(),
    ipAddress: pg.text(),
    userAgent: pg.text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (session) => [
    pg.index("sessions_by_user").on(session.userId),
    pg.index("sessions_by_end").on(session.expiresAt),
  ],
)

/** How a user signs in: with a password (`credential`), or by a provider of identities. */
export const signIns = pg.pgTable(
  "sign_ins",
  {
    id: pg.uuid().primaryKey(),
    /** Whoever can sign in is not removed. */
    userId: pg
      .uuid()
      .notNull()
      .references(() => platformUsers.id, { onDelete: "restrict" }),
    providerId: exactText().notNull(),
    accountId: exactText().notNull(),
    accessToken: pg.text(),
    refreshToken: pg.text(),
    idToken: pg.text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: pg.text(),
    password: pg.text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (one) => [
    pg.unique("sign_ins_of_provider").on(one.providerId, one.accountId),
    pg.unique("sign_ins_of_user").on(one.userId, one.providerId),
  ],
)

export const verifications = pg.pgTable(
  "verifications",
  {
    id: pg.uuid().primaryKey(),
    identifier: exactText().notNull(),
    value: pg.text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (one) => [pg.index("verifications_by_identifier").on(one.identifier)],
)

export const twoFactors = pg.pgTable("two_factors", {
  id: pg.uuid().primaryKey(),
  userId: userId().unique("two_factors_user"),
  secret: pg.text().notNull(),
  backupCodes: pg.text().notNull(),
  verified: pg.boolean(),
  failedVerificationCount: pg.integer(),
  lockedUntil: moment(),
})
