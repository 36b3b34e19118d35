import {
  isOfStructure,
  type DatabaseImportKind,
  type ImportKind,
  type ImportScope,
} from "@muster/domain/model/Import"

/** The scope of the imports in a database, or (undefined) on the platform; `kind` says of which a new one is to be. */
export const scopeOf = (
  databaseId: string | undefined,
  kind: DatabaseImportKind = "database-users",
): ImportScope =>
  databaseId === undefined ? { kind: "platform-users", databaseId: null } : { kind, databaseId }

const place = (scope: ImportScope) =>
  scope.databaseId === null ? "/platform" : `/databases/${encodeURIComponent(scope.databaseId)}`

/** The addresses of the pages, as the router knows them. */
export const addresses = {
  users: (scope: ImportScope) => `${place(scope)}/users`,
  /** The platform users whom an import created. */
  usersOf: (importId: string) => `/platform/users?importId=${encodeURIComponent(importId)}`,
  newUser: (scope: ImportScope) => `${place(scope)}/users/add`,
  user: (scope: ImportScope, userId: string) => `${place(scope)}/users/${encodeURIComponent(userId)}`,
  newImport: (scope: ImportScope) => {
    if (scope.databaseId === null) return "/platform/users/add-multiple"
    return `${place(scope)}/${isOfStructure(scope.kind) ? scope.kind : "users"}/import`
  },
  /** Where one sees what imports of a kind make. */
  made: (kind: ImportKind, scope: ImportScope) => `${place(scope)}/${isOfStructure(kind) ? kind : "users"}`,
  imports: (scope: ImportScope) => `${place(scope)}/imports`,
  import: (scope: ImportScope, id: string) => `${place(scope)}/imports/${encodeURIComponent(id)}`,
  giveAccess: (id: string) => `/platform/imports/${encodeURIComponent(id)}/give-access`,
  account: "/account",
  apiKeys: "/api-keys",
  audit: "/platform/audit",
  caughtMails: "/platform/caught-mails",
  databases: "/databases",
  departments: (databaseId: string) => `${place(scopeOf(databaseId))}/departments`,
  permissionGroups: (databaseId: string) => `${place(scopeOf(databaseId))}/permission-groups`,
}
