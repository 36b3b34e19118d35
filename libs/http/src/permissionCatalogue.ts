import { Permission } from "@muster/domain/model/Permission"
import { PermissionCatalogue } from "@muster/domain/ports/PermissionCatalogue"
import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import { jsonBody } from "./BodyKind.ts"
import { freeText, nameText } from "./bodyText.ts"
import { route, type Route } from "./route.ts"

const path = "/api/v1/permissions"
const tag = "Permission catalogue"

const Catalogue = Schema.Struct({
  items: Schema.Array(Permission.annotate({ identifier: "Permission" })),
}).annotate({ identifier: "PermissionCatalogue" })

const onceEach = Schema.makeFilter(
  (items: ReadonlyArray<{ readonly name: string }>) =>
    new Set(items.map(({ name }) => name)).size === items.length || "each name once",
)

const NewCatalogue = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      name: nameText(200),
      description: freeText(1000).pipe(Schema.withDecodingDefaultKey(Effect.succeed(""))),
    }),
  ).check(Schema.isMaxLength(5000), onceEach),
}).annotate({ identifier: "NewPermissionCatalogue" })

const list = Effect.flatMap(PermissionCatalogue, (catalogue) => catalogue.list)

/** The calls about the permissions that the product knows. */
export const permissionCatalogueRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path,
    name: "listPermissions",
    tag,
    needs: "session.use",
    summary: "The permissions that the product has registered, in order of name",
    answer: json(Catalogue, { description: "All of them" }),
    problems: [],
    run: () => Effect.map(list, (items) => ({ items })),
  }),
  route({
    method: "put",
    path,
    name: "registerPermissions",
    tag,
    needs: "permissions.register",
    summary: "Register the permissions that the product knows, in place of those before",
    description:
      "For the product to call when it starts. From then on groups and accesses are given no others; those that hold one which is gone keep it. While none are registered, any name will do.",
    body: jsonBody(NewCatalogue),
    answer: json(Catalogue, { description: "All of them" }),
    problems: [],
    run: ({ body: { items } }) =>
      Effect.gen(function* () {
        yield* (yield* PermissionCatalogue).register(items)
        return { items: yield* list }
      }),
  }),
]
