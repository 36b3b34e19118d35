import {
  ImportKind,
  ImportMode,
  ImportState,
  InvalidRows,
  RowOutcome,
  RowStatus,
} from "@muster/domain/model/Import"
import type { Issue } from "@muster/domain/model/Issue"
import type { RowChanges } from "@muster/domain/model/RowChanges"
import type { ColumnMeanings } from "@muster/domain/ports/ColumnMemory"
import { PlatformRole, UserStatus } from "@muster/domain/model/PlatformUser"
import { sql } from "drizzle-orm"
import * as pg from "drizzle-orm/pg-core"
import { exactText, jsonText, rowNumbers } from "./columns.ts"

const now = sql`now()`
const moment = () => pg.timestamp({ withTimezone: true, mode: "string" })
const oneOf = (column: pg.AnyPgColumn, values: ReadonlyArray<string>) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`

export const platformUsers = pg.pgTable(
  "platform_users",
  {
    id: pg.uuid().primaryKey().defaultRandom(),
    email: pg.text().notNull(),
    emailKey: exactText().notNull().unique("platform_users_email_key"),
    username: pg.text().notNull(),
    usernameKey: exactText().notNull().unique("platform_users_username_key"),
    firstName: pg.text().notNull(),
    lastName: pg.text().notNull(),
    phone: pg.text(),
    mobilePhone: pg.text(),
    languageCode: pg.text(),
    externalId: pg.text(),
    searchText: exactText().notNull(),
    status: pg.text({ enum: [...UserStatus.literals] }).notNull(),
    platformRole: pg.text({ enum: [...PlatformRole.literals] }).notNull(),
    version: pg.integer().notNull().default(1),
    twoFactorEnabled: pg.boolean().notNull().default(false),
    createdAt: moment().notNull().default(now),
    updatedAt: moment().notNull().default(now),
    deletedAt: moment(),
    /** The row of a file that created the user; null for who was added by hand. */
    originImport: pg.uuid(),
    originRow: pg.integer(),
  },
  (user) => [
    pg
      .index("platform_users_in_charge")
      .on(user.id)
      .where(sql`${user.platformRole} = 'superAdministrator' and ${user.status} = 'active'`),
    pg
      .index("platform_users_by_row")
      .on(user.originImport, user.originRow)
      .where(sql`${user.originImport} is not null`),
    pg.index("platform_users_search").using("gin", user.searchText.op("gin_trgm_ops")),
    pg
      .index("platform_users_by_status")
      .on(user.status, user.emailKey)
      .where(sql`${user.status} <> 'active'`),
    pg
      .index("platform_users_by_role")
      .on(user.platformRole, user.emailKey)
      .where(sql`${user.platformRole} <> 'none'`),
    pg
      .index("platform_users_by_origin")
      .on(user.originImport, user.emailKey)
      .where(sql`${user.originImport} is not null`),
    pg
      .index("platform_users_by_deletion")
      .on(user.deletedAt)
      .where(sql`${user.status} = 'deleted'`),
    pg.check("platform_users_status", oneOf(user.status, UserStatus.literals)),
    pg.check("platform_users_platform_role", oneOf(user.platformRole, PlatformRole.literals)),
  ],
)

export const databases = pg.pgTable(
  "databases",
  {
    id: exactText().primaryKey(),
    name: exactText().notNull(),
    closed: pg.boolean().notNull().default(false),
    createdAt: moment().notNull().default(now),
  },
  (database) => [pg.index("databases_by_name").on(database.name, database.id)],
)

const databaseId = () =>
  exactText()
    .notNull()
    .references(() => databases.id, { onDelete: "restrict" })

export const departments = pg.pgTable(
  "departments",
  {
    databaseId: databaseId(),
    departmentId: exactText().notNull(),
    creationId: exactText().notNull(),
    name: pg.text().notNull(),
    parentId: exactText(),
    closed: pg.boolean().notNull().default(false),
  },
  (department) => [
    pg.primaryKey({ columns: [department.databaseId, department.departmentId] }),
    pg.unique("departments_creation").on(department.databaseId, department.creationId),
    pg.check("departments_not_own_parent", sql`${department.parentId} <> ${department.departmentId}`),
    pg
      .foreignKey({
        name: "departments_parent",
        columns: [department.databaseId, department.parentId],
        foreignColumns: [department.databaseId, department.departmentId],
      })
      .onDelete("restrict"),
    pg.index("departments_by_parent").on(department.databaseId, department.parentId),
  ],
)

/** What the product has registered. */
export const permissions = pg.pgTable("permissions", {
  name: exactText().primaryKey(),
  description: pg.text().notNull(),
})

export const permissionGroups = pg.pgTable(
  "permission_groups",
  {
    databaseId: databaseId(),
    groupName: exactText().notNull(),
    creationId: exactText().notNull(),
    description: pg.text().notNull(),
    permissions: pg.text().array().notNull(),
  },
  (group) => [
    pg.primaryKey({ columns: [group.databaseId, group.groupName] }),
    pg.unique("permission_groups_creation").on(group.databaseId, group.creationId),
  ],
)

export const accesses = pg.pgTable(
  "accesses",
  {
    databaseId: databaseId(),
    userId: pg
      .uuid()
      .notNull()
      .references(() => platformUsers.id, { onDelete: "restrict" }),
    departmentId: exactText().notNull(),
    groupName: exactText().notNull(),
    /** The user's: triggers keep it the same, so that a page of a large database is read in its order. */
    emailKey: exactText().notNull().default(""),
    extraPermissions: pg
      .text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    version: pg.integer().notNull().default(1),
    grantedAt: moment().notNull().default(now),
  },
  (access) => [
    pg.primaryKey({ columns: [access.databaseId, access.userId] }),
    pg
      .foreignKey({
        name: "accesses_department",
        columns: [access.databaseId, access.departmentId],
        foreignColumns: [departments.databaseId, departments.departmentId],
      })
      .onDelete("restrict"),
    pg
      .foreignKey({
        name: "accesses_group",
        columns: [access.databaseId, access.groupName],
        foreignColumns: [permissionGroups.databaseId, permissionGroups.groupName],
      })
      .onDelete("restrict")
      .onUpdate("cascade"),
    pg.index("accesses_by_email").on(access.databaseId, access.emailKey),
    pg.index("accesses_by_user").on(access.userId),
    pg.index("accesses_by_department").on(access.databaseId, access.departmentId),
    pg.index("accesses_by_group").on(access.databaseId, access.groupName),
  ],
)

/** Departments besides the primary one, each with a group of its own. */
export const extraPlaces = pg.pgTable(
  "extra_places",
  {
    databaseId: exactText().notNull(),
    userId: pg.uuid().notNull(),
    departmentId: exactText().notNull(),
    groupName: exactText().notNull(),
  },
  (place) => [
    pg.primaryKey({ columns: [place.databaseId, place.userId, place.departmentId] }),
    pg
      .foreignKey({
        name: "extra_places_access",
        columns: [place.databaseId, place.userId],
        foreignColumns: [accesses.databaseId, accesses.userId],
      })
      .onDelete("cascade"),
    pg
      .foreignKey({
        name: "extra_places_department",
        columns: [place.databaseId, place.departmentId],
        foreignColumns: [departments.databaseId, departments.departmentId],
      })
      .onDelete("restrict"),
    pg
      .foreignKey({
        name: "extra_places_group",
        columns: [place.databaseId, place.groupName],
        foreignColumns: [permissionGroups.databaseId, permissionGroups.groupName],
      })
      .onDelete("restrict")
      .onUpdate("cascade"),
    pg.index("extra_places_by_department").on(place.databaseId, place.departmentId),
    pg.index("extra_places_by_group").on(place.databaseId, place.groupName),
  ],
)

const count = () => pg.integer().notNull().default(0)

export const imports = pg.pgTable(
  "imports",
  {
    id: pg.uuid().primaryKey(),
    /** Grows from import to import: what newest first goes by. */
    ordinal: pg.bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
    kind: pg.text({ enum: [...ImportKind.literals] }).notNull(),
    databaseId: exactText().references(() => databases.id, { onDelete: "restrict" }),
    fileName: jsonText<string>().notNull(),
    delimiter: pg.text().notNull(),
    header: jsonText<ReadonlyArray<string>>().notNull(),
    columns: jsonText<ReadonlyArray<string>>().notNull(),
    issues: jsonText<ReadonlyArray<Issue>>().notNull(),
    state: pg.text({ enum: [...ImportState.literals] }).notNull(),
    invalidRows: pg.text({ enum: [...InvalidRows.literals] }).notNull(),
    mode: pg
      .text({ enum: [...ImportMode.literals] })
      .notNull()
      .default("create"),
    rows: count(),
    valid: count(),
    invalid: count(),
    conflict: count(),
    skipped: count(),
    created: count(),
    updated: count(),
    unchanged: count(),
    removed: count(),
    failed: count(),
    unprocessed: count(),
    /** Of the valid rows, those that change, leave and remove somebody who is there. */
    toUpdate: count(),
    toLeave: count(),
    toRemove: count(),
    done: count(),
    /** The row up to which the validation under way has come. */
    checkedTo: count(),
    /** The rows that a run has settled: they end as was found in them, without being written again. */
    settled: rowNumbers()
      .notNull()
      .default(sql`'{}'`),
    undoes: pg.uuid(),
    createdBy: pg.text().notNull(),
    startedBy: pg.text(),
    createdAt: moment().notNull().default(now),
    finishedAt: moment(),
    fence: pg.integer().notNull().default(1),
    leaseHolder: jsonText<string>(),
    leaseUntil: moment(),
    waitingSince: moment().notNull().default(now),
    /** How many turns of work it has had since it waits for what is under way, and when it took the last one. */
    turns: count(),
    /** How many tries in a row to work on it came to nothing: whoever had it in hand let the lease run out. */
    tries: count(),
    turnAt: moment(),
    /** When the work under way was first taken in hand, and how many rows were done by then. */
    stageAt: moment(),
    doneBefore: count(),
  },
  (one) => [
    pg.check("imports_state", oneOf(one.state, ImportState.literals)),
    pg.check("imports_kind", oneOf(one.kind, ImportKind.literals)),
    pg.check("imports_mode", oneOf(one.mode, ImportMode.literals)),
    pg.check(
      "imports_plan",
      sql`least(${one.toUpdate}, ${one.toLeave}, ${one.toRemove},
        ${one.valid} - ${one.toUpdate} - ${one.toLeave} - ${one.toRemove}) >= 0`,
    ),
    pg.check("imports_invalid_rows", oneOf(one.invalidRows, InvalidRows.literals)),
    pg.check("imports_scope", sql`(${one.kind} = 'platform-users') = (${one.databaseId} is null)`),
    pg.check(
      "imports_counts_add_up",
      sql`${one.rows} = ${sql.join(
        RowStatus.literals.map((status) => one[status]),
        sql` + `,
      )} and least(${sql.join(
        RowStatus.literals.map((status) => one[status]),
        sql`, `,
      )}) >= 0`,
    ),
    pg.check("imports_progress", sql`${one.done} between 0 and ${one.rows}`),
    pg
      .uniqueIndex("imports_undoing")
      .on(one.undoes)
      .where(sql`${one.undoes} is not null and ${one.state} not in ('cancelled', 'failed')`),
    pg.index("imports_turns").on(sql`coalesce(${one.databaseId}, '')`, one.turnAt),
    pg.index("imports_newest").on(one.databaseId, one.ordinal),
    pg
      .index("imports_waiting")
      .on(one.waitingSince)
      .where(oneOf(one.state, ["validating", "running"])),
  ],
)

/** Files of which rows are staged and no import is made yet. */
export const stagings = pg.pgTable("stagings", {
  importId: pg.uuid().primaryKey(),
  begunAt: moment().notNull().default(now),
})

/** A cell may be long and an index entry may not: as many characters of a username's key are indexed. */
export const indexedLength = 500

/** The statuses kept of rows of which nothing comes. */
export const amiss: ReadonlyArray<string> = ["invalid", "conflict", "failed", "skipped"]

/** Rows are there before their import is: hence no foreign key. */
export const importRows = pg.pgTable(
  "import_rows",
  {
    importId: pg.uuid().notNull(),
    row: pg.integer().notNull(),
    status: pg
      .text({ enum: [...RowStatus.literals] })
      .notNull()
      .default("unprocessed"),
    cells: jsonText<ReadonlyArray<string>>().notNull(),
    emailKey: jsonText<string>(),
    usernameKey: jsonText<string>(),
    readingIssues: jsonText<ReadonlyArray<Issue>>().notNull(),
    issues: jsonText<ReadonlyArray<Issue>>()
      .notNull()
      .default(sql`'[]'`),
    outcome: pg.text({ enum: [...RowOutcome.literals] }),
    userId: pg.uuid(),
    changes: jsonText<RowChanges>(),
    accessDepartmentId: exactText(),
    accessGroupName: exactText(),
    accessVersion: pg.integer(),
    /** Whether another row of the file may have the same e-mail or username. */
    mayHaveTwin: pg.boolean().notNull().default(true),
  },
  (row) => [
    pg.primaryKey({ columns: [row.importId, row.row] }),
    pg.check("import_rows_status", oneOf(row.status, RowStatus.literals)),
    pg.index("import_rows_amiss").on(row.importId, row.row).where(oneOf(row.status, amiss)),
    pg
      .index("import_rows_by_email")
      .on(row.importId, row.emailKey)
      .where(sql`${row.emailKey} is not null`),
    pg
      .index("import_rows_by_username")
      .on(row.importId, sql`left(${row.usernameKey}, ${sql.raw(String(indexedLength))})`)
      .where(sql`${row.usernameKey} is not null`),
  ],
)

/** What the columns of a file were chosen to mean, by the hash of its header. */
export const columnChoices = pg.pgTable(
  "column_choices",
  {
    kind: pg.text({ enum: [...ImportKind.literals] }).notNull(),
    databaseId: exactText().references(() => databases.id),
    headerHash: exactText().notNull(),
    meanings: jsonText<ColumnMeanings>().notNull(),
  },
  (choice) => [
    pg.unique("column_choices_key").on(choice.kind, choice.databaseId, choice.headerHash).nullsNotDistinct(),
  ],
)

export const idempotencyKeys = pg.pgTable(
  "idempotency_keys",
  {
    actor: jsonText<string>().notNull(),
    route: jsonText<string>().notNull(),
    key: jsonText<string>().notNull(),
    reservedId: exactText().notNull(),
    begunAt: moment().notNull().default(now),
    leaseUntil: moment().notNull(),
    digest: pg.text(),
    answerStatus: pg.integer(),
    body: jsonText<string>(),
  },
  (key) => [
    pg.primaryKey({ columns: [key.actor, key.route, key.key] }),
    pg.check(
      "idempotency_keys_answer",
      sql`(${key.digest} is null) = (${key.answerStatus} is null) and (${key.digest} is null) = (${key.body} is null)`,
    ),
    pg.index("idempotency_keys_by_age").on(key.begunAt),
  ],
)
