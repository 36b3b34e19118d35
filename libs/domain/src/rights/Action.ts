import type { PlatformRole } from "../model/PlatformUser.ts"
import type { KeyScope } from "./Actor.ts"

/** What an action takes. */
export interface Requirement {
  /** The least platform role that may; null where none of them gives the right. */
  readonly role: PlatformRole | null
  /** Whether the administrators of the database concerned may too. */
  readonly databaseAdministrator: boolean
  /** Whether it can be done in a database that is closed. */
  readonly whileClosed: boolean
  /** The least scope of an API key that may; null where no key may. */
  readonly key: KeyScope | null
}

const platform = (role: PlatformRole, key: KeyScope | null): Requirement => ({
  role,
  databaseAdministrator: false,
  whileClosed: true,
  key,
})

const inDatabase = (
  role: PlatformRole,
  key: KeyScope | null,
  whileClosed: "also while closed" | "while open",
): Requirement => ({
  role,
  databaseAdministrator: true,
  whileClosed: whileClosed === "also while closed",
  key,
})

const own = (key: KeyScope | null): Requirement => ({
  role: "none",
  databaseAdministrator: true,
  whileClosed: true,
  key,
})

/** Everything that can be done in Muster, and who may: the one table that every decision is read from. */
export const actions = {
  "session.use": own("read"),
  "users.read": platform("userProvisioner", "read"),
  "users.add": platform("userProvisioner", "run"),
  "users.invite": platform("userProvisioner", "run"),
  "users.change": platform("userAdministrator", "run"),
  "users.anonymise": platform("superAdministrator", "run"),
  "roles.grant": platform("userAdministrator", "run"),
  "platformImports.read": platform("userProvisioner", "read"),
  "platformImports.validate": platform("userProvisioner", "validate"),
  "platformImports.run": platform("userProvisioner", "run"),
  "databases.create": platform("superAdministrator", "run"),
  "databases.close": platform("superAdministrator", "run"),
  "permissions.register": platform("superAdministrator", "run"),
  "database.read": inDatabase("userAdministrator", "read", "also while closed"),
  "database.change": inDatabase("superAdministrator", "run", "while open"),
  "accesses.change": inDatabase("userAdministrator", "run", "while open"),
  "databaseImports.read": inDatabase("userAdministrator", "read", "also while closed"),
  "databaseImports.validate": inDatabase("userAdministrator", "validate", "while open"),
  "databaseImports.run": inDatabase("userAdministrator", "run", "while open"),
  "account.manage": own(null),
  "apiKeys.manage": own(null),
  "mails.read": platform("superAdministrator", null),
  "audit.read": platform("superAdministrator", "read"),
  "audit.erase": platform("superAdministrator", null),
} as const satisfies Record<string, Requirement>

export type Action = keyof typeof actions
