import { ImportId } from "@muster/domain/model/Import"
import { Schema, SchemaGetter } from "effect"
import { identifierText } from "./bodyText.ts"
import type { ProblemCode } from "./problem.ts"

const uuid = Schema.String.check(Schema.isUUID())

/**
 * What stands in the paths, by name. Where it is nothing that could exist, the answer is the same as where it
 * does not exist.
 */
export const pathParams = {
  databaseId: { schema: uuid, absent: "database.not_found", description: "The database's id" },
  importId: { schema: ImportId, absent: "import.not_found", description: "The import's id" },
  row: {
    schema: Schema.String.check(Schema.isPattern(/^[1-9][0-9]{0,8}$/u)).pipe(
      Schema.decodeTo(Schema.Int, {
        decode: SchemaGetter.transform(Number),
        encode: SchemaGetter.transform(String),
      }),
    ),
    absent: "row.not_found",
    description: "The row's number as the spreadsheet shows it (header = 1)",
  },
  keyId: { schema: uuid, absent: "api_key.not_found", description: "The API key's id" },
  sessionId: { schema: uuid, absent: "session.not_found", description: "The session's id" },
  userId: { schema: uuid, absent: "user.not_found", description: "The platform user's id" },
  departmentId: {
    schema: identifierText("departmentId"),
    absent: "department.not_found",
    description: "The department's text id, unique in the database",
  },
  groupName: {
    schema: identifierText("groupName"),
    absent: "group.not_found",
    description: "The permission group's name",
  },
} as const satisfies Record<
  string,
  {
    readonly schema: Schema.Codec<unknown, string>
    readonly absent: ProblemCode
    readonly description: string
  }
>

export type PathParam = keyof typeof pathParams

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** What a path pattern of Hono (`/databases/:databaseId`) yields. */
export type ParamsOf<Path extends string> = Path extends string
  ? { readonly [Name in NamesIn<Path> & PathParam]: (typeof pathParams)[Name]["schema"]["Type"] }
  : never

/** The names in a path pattern, in order. */
export const namesIn = (path: string): ReadonlyArray<PathParam> =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name as PathParam)
