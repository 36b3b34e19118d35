import type { ImportScope } from "@muster/domain/model/Import"

/** By what the draft of a new import, or of the corrections of one (`importId`), is known in this browser. */
export const draftIdOf = (userId: string, scope: ImportScope, importId: string | null): string =>
  JSON.stringify([userId, scope.databaseId, importId ?? scope.kind])
