import { DatabaseImportKind, type ImportKind, type ImportScope } from "@muster/domain/model/Import"
import { Schema } from "effect"
import type { Action } from "@muster/domain/rights/Action"
import type { ImportLimits } from "./receiveUpload.ts"
import type { UploadSlots } from "./UploadSlots.ts"

/** Where the calls of one kind of import are found: the platform's (step 1) or a database's (step 2). */
export type ImportBase = "/api/v1/platform/imports" | "/api/v1/databases/:databaseId/imports"

export interface ImportMount {
  readonly base: ImportBase
  readonly kind: ImportKind
  /** What its calls need. */
  readonly needs: Readonly<Record<"read" | "validate" | "run" | "undo", Action>>
  readonly tag: string
  /** What the operations call such an import. */
  readonly named: string
  readonly limits: ImportLimits
  /** The same for all mounts. */
  readonly slots: UploadSlots
  /** Ends event streams when the server is about to stop. */
  readonly closing: AbortSignal | undefined
}

export const importMounts = (
  limits: ImportLimits,
  slots: UploadSlots,
  closing?: AbortSignal,
): ReadonlyArray<ImportMount> => [
  {
    base: "/api/v1/platform/imports",
    kind: "platform-users",
    needs: {
      read: "platformImports.read",
      validate: "platformImports.validate",
      run: "platformImports.run",
      undo: "users.change",
    },
    tag: "Platform imports",
    named: "PlatformImport",
    limits,
    slots,
    closing,
  },
  {
    base: "/api/v1/databases/:databaseId/imports",
    kind: "database-users",
    needs: {
      read: "databaseImports.read",
      validate: "databaseImports.validate",
      run: "databaseImports.run",
      undo: "accesses.change",
    },
    tag: "Database imports",
    named: "DatabaseImport",
    limits,
    slots,
    closing,
  },
]

/** Where an import belongs, by the path it is asked for at; `kind` says which of a database's is to be made. */
export const scopeOf = (
  params: { readonly importId?: string; readonly databaseId?: string },
  kind: DatabaseImportKind = "database-users",
): ImportScope =>
  params.databaseId === undefined
    ? { kind: "platform-users", databaseId: null }
    : { kind, databaseId: params.databaseId }

const kindQuery = {
  kind: Schema.optionalKey(
    DatabaseImportKind.annotate({
      description:
        "What the file is about: who gets access (where absent), or the departments or permission groups of the database, which whoever may change the database imports, at most 10,000 rows a file",
    }),
  ),
}

/** The kinds of file that come in there. */
export const kindsOf = ({ kind }: Pick<ImportMount, "kind">): ReadonlyArray<ImportKind> =>
  kind === "platform-users" ? [kind] : DatabaseImportKind.literals

/** What says in a query which kind of file is meant: of the platform there is one kind only. */
export const kindQueryOf = ({ kind }: Pick<ImportMount, "kind">) =>
  // Without it the parameter is unknown and refused, and what is read of it always absent.
  (kind === "platform-users" ? {} : kindQuery) as typeof kindQuery

/** The address of an import. */
export const addressOf = (one: { readonly id: string; readonly databaseId: string | null }): string =>
  one.databaseId === null
    ? `/api/v1/platform/imports/${one.id}`
    : `/api/v1/databases/${one.databaseId}/imports/${one.id}`
