import { createHash } from "node:crypto"
import { foldSearch } from "@muster/domain/model/searchText"
import { Accesses, type AccessQuery } from "@muster/domain/ports/Accesses"
import { Audit, everyLine, type AuditQuery } from "@muster/domain/ports/Audit"
import { Databases } from "@muster/domain/ports/Databases"
import { Departments } from "@muster/domain/ports/Departments"
import { Imports } from "@muster/domain/ports/Imports"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import { PlatformUsers, type UserQuery } from "@muster/domain/ports/PlatformUsers"
import { keysetPage } from "@muster/postgres/keysetPage"
import { Effect } from "effect"
import type { DirectorySize } from "./fillDirectory.ts"
import { personAt } from "./personAt.ts"

export type Asked = Effect.Effect<
  unknown,
  unknown,
  Accesses | Audit | Databases | Departments | Imports | PermissionGroups | PlatformUsers
>

/** The lists of the UI with every search and filter, as asked of a filled directory; `at` is the how manieth time. */
export const directoryQuestions = ({
  users,
  databases,
}: DirectorySize): Readonly<Record<string, (at: number) => Asked>> => {
  const person = (at: number) => personAt((at * 7_919) % users)
  const database = (at: number) => idOf("database", 2 + (at % (databases - 1)))
  const largest = idOf("database", 1)
  const laterPage = (at: number) => keysetPage([person(at), person(at)], 1, ({ email }) => [email]).nextCursor
  return {
    "all users": () => list({}),
    "all users, a later page": (at) => list({ cursor: laterPage(at) }),
    "all users, 500 a page": () => list({ limit: 500 }),

    "search: a common word (anna)": () => search("anna"),
    "search: the same, a later page": (at) => search("anna", { cursor: laterPage(at) }),
    "search: the same, 500 a page": () => search("anna", { limit: 500 }),
    "search: a word at the end of the list (zoe)": () => search("zoe"),
    "search: a common syllable (berg)": () => search("berg"),
    "search: everybody's letters (example)": () => search("example"),
    "search: a full name": (at) => search(`${person(at).firstName} ${person(at).lastName}`),
    "search: an e-mail": (at) => search(person(at).email),
    "search: rare letters (zzq)": () => search("zzq"),
    "search: nobody": () => search("no such person"),
    "search: two letters (ek)": () => search("ek"),
    "search: two rare letters (qz)": () => search("qz"),
    "search: one letter (z)": () => search("z"),
    "search: one rare letter (x)": () => search("x"),
    "suggestions for an e-mail, two letters typed": (at) => suggest(person(at).email.slice(0, 2)),
    "suggestions for an e-mail, seven letters typed": (at) => suggest(person(at).email.slice(0, 7)),
    "suggestions for an e-mail, all typed": (at) => suggest(person(at).email),

    "status active": () => list({ status: "active" }),
    "status inactive": () => list({ status: "inactive" }),
    "status deleted": () => list({ status: "deleted" }),
    "role provisioner": () => list({ role: "userProvisioner" }),
    "in no database": () => list({ database: "none" }),
    "in one database": (at) => list({ database: database(at) }),
    "in the largest database": () => list({ database: largest }),
    "invited, never signed in": () => list({ standing: "invited" }),
    "created by an import": (at) => list({ importId: idOf("import", 2 + (at % 50)) }),
    "created by the largest import": () => list({ importId: idOf("import", 1) }),

    "search in inactive (zoe)": () => search("zoe", { status: "inactive" }),
    "search in no database (anna)": () => search("anna", { database: "none" }),
    "search in no database: an e-mail": (at) => search(person(at).email, { database: "none" }),
    "search in one database (anna)": (at) => search("anna", { database: database(at) }),
    "search in the largest database (zoe)": () => search("zoe", { database: largest }),
    "search in the largest database: rare letters": () => search("zzq", { database: largest }),
    "search in the largest import (anna)": () => search("anna", { importId: idOf("import", 1) }),
    "inactive in one database": (at) => list({ status: "inactive", database: database(at) }),
    "provisioners in the largest database": () => list({ role: "userProvisioner", database: largest }),

    "a database's users": (at) => accesses(database(at)),
    "a database's users: search (anna)": (at) => accesses(database(at), { search: "anna" }),
    "a database's users: a department": (at) => accesses(database(at), { departmentId: department(at) }),
    "a database's users: a group": (at) => accesses(database(at), { groupName: "Chief" }),
    "the largest database's users": () => accesses(largest),
    "the largest database's users: search (zoe)": () => accesses(largest, { search: "zoe" }),
    "the largest database's users: rare letters": () => accesses(largest, { search: "zzq" }),
    "the largest database's users: a department": (at) => accesses(largest, { departmentId: department(at) }),
    "the largest database's users: all departments": () => accesses(largest, { departmentId: "00001" }),
    "the largest database's users: a group": () => accesses(largest, { groupName: "Chief" }),
    "a user's accesses": (at) =>
      Effect.flatMap(Accesses, (found) => found.ofUser(idOf("user", 1 + ((at * 7_919) % users)))),

    databases: () =>
      Effect.flatMap(Databases, (found) => found.list({ limit: 100, cursor: null, among: null })),
    "a database's departments": (at) => Effect.flatMap(Departments, (found) => found.list(database(at))),
    "a department's use": () => Effect.flatMap(Departments, (found) => found.usage(largest, "00007")),
    "a database's groups": (at) => Effect.flatMap(PermissionGroups, (found) => found.list(database(at))),
    "a group's use": () => Effect.flatMap(PermissionGroups, (found) => found.usage(largest, "Chief")),

    "imports of platform users": () => imports(null),
    "imports of a database": (at) => imports(database(at)),
    "rows of the largest import": () => rows(null),
    "failed rows of the largest import": () => rows(["failed"]),
    "rows of it that there are none of": () => rows(["skipped"]),

    audit: () => audit({}),
    "audit: a common event": () => audit({ event: "session.began" }),
    "audit: a rare event": () => audit({ event: "group.removed" }),
    "audit: an event that never was": () => audit({ event: "audit.erased" }),
    "audit: an actor": () => audit({ actor: `user:${idOf("user", 5_000)}` }),
    "audit: a database": (at) => audit({ databaseId: database(at) }),
    "audit: an import": (at) => audit({ importId: idOf("import", 2 + (at % 50)) }),
    "audit: a user": (at) => audit({ userId: idOf("user", 1 + ((at * 7_919) % users)) }),
    "audit: a day": () => audit({ from: daysAgo(200), until: daysAgo(199) }),
    "audit: until long ago": () => audit({ until: daysAgo(600) }),
    "audit: an event on a day": () =>
      audit({ from: daysAgo(200), until: daysAgo(199), event: "group.removed" }),
  }
}

const list = (query: Partial<UserQuery>): Asked =>
  Effect.flatMap(PlatformUsers, (users) => users.list({ ...everybody, ...query }))
const search = (text: string, query: Partial<UserQuery> = {}) => list({ ...query, search: foldSearch(text) })
const suggest = (typed: string) => search(typed, { status: "active", limit: 50 })
const everybody: UserQuery = {
  search: null,
  status: null,
  role: null,
  database: null,
  standing: null,
  importId: null,
  limit: 100,
  cursor: null,
}

const accesses = (databaseId: string, query: Partial<AccessQuery> = {}): Asked =>
  Effect.flatMap(Accesses, (found) => found.list(databaseId, { limit: 100, cursor: null, ...query }))
const department = (at: number) => String(2 + (at % 29)).padStart(5, "0")

const imports = (databaseId: string | null): Asked =>
  Effect.flatMap(Imports, (found) =>
    found.list(
      databaseId === null ? { kind: "platform-users", databaseId } : { kind: "database-users", databaseId },
      { limit: 100, cursor: null },
    ),
  )
const rows = (statuses: ReadonlyArray<"failed" | "skipped"> | null): Asked =>
  Effect.flatMap(Imports, (found) => found.rows(idOf("import", 1), { statuses, after: 0, limit: 100 }))

const audit = (query: Partial<AuditQuery>): Asked =>
  Effect.flatMap(Audit, (found) => found.list({ ...everyLine, limit: 100, cursor: null, ...query }))
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

/** The id that the filler gave the nth of them. */
const idOf = (kind: "user" | "database" | "import", n: number) =>
  createHash("md5")
    .update(kind + n)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
