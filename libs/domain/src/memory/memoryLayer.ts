import { Effect, Layer } from "effect"
import { Readiness } from "../ports/Readiness.ts"
import { memoryAccesses } from "./memoryAccesses.ts"
import { memoryActors } from "./memoryActors.ts"
import { memoryApiKeys } from "./memoryApiKeys.ts"
import { memoryAudit } from "./memoryAudit.ts"
import { memoryColumnMemory } from "./memoryColumnMemory.ts"
import { memoryDatabases } from "./memoryDatabases.ts"
import { memoryDepartments } from "./memoryDepartments.ts"
import { memoryIdempotencyKeys } from "./memoryIdempotencyKeys.ts"
import { memoryImports } from "./memoryImports.ts"
import { memoryImportWork } from "./memoryImportWork.ts"
import { memoryOutbox } from "./memoryOutbox.ts"
import { memoryPermissionCatalogue } from "./memoryPermissionCatalogue.ts"
import { memoryPersonalData } from "./memoryPersonalData.ts"
import { memoryPermissionGroups } from "./memoryPermissionGroups.ts"
import { memoryPlatformUsers } from "./memoryPlatformUsers.ts"
import { memorySignInLinks } from "./memorySignInLinks.ts"
import { MemoryState } from "./MemoryState.ts"

/** Every port in memory, over one state: what the ports mean, and all a test of the domain needs. */
export const memoryLayer = Layer.mergeAll(
  memoryAccesses,
  memoryApiKeys.pipe(Layer.provideMerge(memoryActors)),
  memoryAudit,
  memoryColumnMemory,
  memoryDatabases,
  memoryDepartments,
  memoryIdempotencyKeys,
  memoryImports,
  memoryImportWork,
  memoryOutbox,
  memoryPermissionCatalogue,
  memoryPermissionGroups,
  memoryPersonalData,
  memoryPlatformUsers,
  memorySignInLinks,
  Layer.succeed(Readiness, { check: Effect.void }),
).pipe(Layer.provide(MemoryState.layer))
