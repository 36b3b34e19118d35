import type { ImportScope } from "@muster/domain/model/Import"

/** The scope of the imports in a database, or (null) on the platform. */
export const scopeOf = (databaseId: string | undefined): ImportScope =>
  databaseId === undefined
    ? { kind: "platform-users", databaseId: null }
    : { kind: "database-users", databaseId }

const place = (scope: ImportScope) =>
  scope.databaseId === null ? "/platform" : `/databases/${encodeURIComponent(scope.databaseId)}`

/** The addresses of the pages, as the router knows them. */
export const addresses = {
  users: (scope: ImportScope) => `${place(scope)}/users`,
  /** The platform users whom an import created. */
  usersOf: (importId: string) => `/platform/users?importId=${encodeURIComponent(importId)}`,
  newUser: (scope: ImportScope) => `${place(scope)}/users/add`,
  user: (scope: ImportScope, userId: string) => `${place(scope)}/users/${encodeURIComponent(userId)}`,
  newImport: (scope: ImportScope) =>
    scope.databaseId === null ? "/platform/users/add-multiple" : `${place(scope)}/users/import`,
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
