import { Layer } from "effect"
import { PostgresAccesses } from "./PostgresAccesses.ts"
import { PostgresActors } from "./PostgresActors.ts"
import { PostgresApiKeys } from "./PostgresApiKeys.ts"
import { PostgresAudit } from "./PostgresAudit.ts"
import { PostgresColumnMemory } from "./PostgresColumnMemory.ts"
import { PostgresDatabases } from "./PostgresDatabases.ts"
import { PostgresDepartments } from "./PostgresDepartments.ts"
import { PostgresIdempotencyKeys } from "./PostgresIdempotencyKeys.ts"
import { PostgresImports } from "./PostgresImports.ts"
import { PostgresImportWork } from "./PostgresImportWork.ts"
import { PostgresOutbox } from "./PostgresOutbox.ts"
import { PostgresPermissionCatalogue } from "./PostgresPermissionCatalogue.ts"
import { PostgresPermissionGroups } from "./PostgresPermissionGroups.ts"
import { PostgresPersonalData } from "./PostgresPersonalData.ts"
import { PostgresPlatformUsers } from "./PostgresPlatformUsers.ts"
import { PostgresReadiness } from "./PostgresReadiness.ts"
import { PostgresSessions } from "./PostgresSessions.ts"
import { PostgresSignInLinks } from "./PostgresSignInLinks.ts"

/** Every port on PostgreSQL. */
export const postgresLayer = Layer.mergeAll(
  PostgresAccesses,
  PostgresActors,
  PostgresApiKeys,
  PostgresAudit,
  PostgresColumnMemory,
  PostgresDatabases,
  PostgresDepartments,
  PostgresIdempotencyKeys,
  PostgresImports,
  PostgresImportWork,
  PostgresOutbox.pipe(Layer.provideMerge(PostgresPlatformUsers)),
  PostgresPermissionCatalogue,
  PostgresPermissionGroups,
  PostgresPersonalData,
  PostgresReadiness,
  PostgresSessions,
  PostgresSignInLinks,
)
