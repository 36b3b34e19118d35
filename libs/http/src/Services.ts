import type { Accesses } from "@muster/domain/ports/Accesses"
import type { Actors } from "@muster/domain/ports/Actors"
import type { ApiKeys } from "@muster/domain/ports/ApiKeys"
import type { Audit } from "@muster/domain/ports/Audit"
import type { ColumnMemory } from "@muster/domain/ports/ColumnMemory"
import type { Databases } from "@muster/domain/ports/Databases"
import type { Departments } from "@muster/domain/ports/Departments"
import type { IdempotencyKeys } from "@muster/domain/ports/IdempotencyKeys"
import type { Imports } from "@muster/domain/ports/Imports"
import type { ImportWork } from "@muster/domain/ports/ImportWork"
import type { Outbox } from "@muster/domain/ports/Outbox"
import type { Passwords } from "@muster/domain/ports/Passwords"
import type { PermissionCatalogue } from "@muster/domain/ports/PermissionCatalogue"
import type { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import type { PersonalData } from "@muster/domain/ports/PersonalData"
import type { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import type { Readiness } from "@muster/domain/ports/Readiness"
import type { Sessions } from "@muster/domain/ports/Sessions"
import type { SignInLinks } from "@muster/domain/ports/SignInLinks"
import type { ImportWorker } from "@muster/domain/use-cases/ImportWorker"
import type { SignIn } from "./SignIn.ts"

/** What the routes need of whoever serves them: every port, and somebody to work on imports. */
export type Services =
  | Accesses
  | Actors
  | ApiKeys
  | Audit
  | ColumnMemory
  | Databases
  | Departments
  | IdempotencyKeys
  | Imports
  | ImportWork
  | ImportWorker
  | Outbox
  | Passwords
  | PermissionCatalogue
  | PermissionGroups
  | PersonalData
  | PlatformUsers
  | Readiness
  | Sessions
  | SignIn
  | SignInLinks
