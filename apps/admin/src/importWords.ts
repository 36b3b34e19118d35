import { isOfStructure, type ImportKind } from "@muster/domain/model/Import"

/** Which words of the catalogue an import is told in: those about departments and groups are the same. */
export const importWords = (kind: ImportKind): "platform-users" | "database-users" | "structure" =>
  isOfStructure(kind) ? "structure" : kind
