import { ApiKeys } from "@muster/domain/ports/ApiKeys"
import { KeyScope } from "@muster/domain/rights/Actor"
import { ApiKey } from "@muster/domain/rights/ApiKey"
import { Clock, Effect, Schema } from "effect"
import { json, nothing } from "./Answer.ts"
import { apiKeyToken, newSecret, secretHashOf } from "./apiKeyToken.ts"
import { jsonBody } from "./BodyKind.ts"
import { nameText } from "./bodyText.ts"
import type { Caller } from "./Caller.ts"
import { RequestRefused } from "./RequestRefused.ts"
import { route, type Route } from "./route.ts"

const base = "/api/v1/api-keys"
const tag = "API keys"

const ApiKeyAnswer = ApiKey.annotate({ identifier: "ApiKey" })

const MadeApiKey = Schema.Struct({
  ...ApiKey.fields,
  token: Schema.String.annotate({
    description: "What goes into `Authorization: Bearer`. Shown this once; nobody can show it again",
  }),
}).annotate({ identifier: "MadeApiKey" })

const NewApiKey = Schema.Struct({
  name: nameText(100).annotate({ description: "What it is for" }),
  scope: KeyScope.annotate({ description: "Each includes those before it" }),
  databaseId: Schema.optionalKey(
    Schema.NullOr(Schema.String.check(Schema.isUUID())).annotate({
      description: "The one database it is for; null for all that its owner may",
    }),
  ),
  days: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 366 })).annotate({
    description: "How long it is valid",
  }),
}).annotate({ identifier: "NewApiKey" })

/** The calls by which a signed-in person makes and revokes keys for services. */
export const apiKeyRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: base,
    name: "listApiKeys",
    tag,
    needs: "apiKeys.manage",
    summary: "List one's own API keys, newest first",
    answer: json(Schema.Struct({ items: Schema.Array(ApiKeyAnswer) }).annotate({ identifier: "ApiKeys" }), {
      description: "The keys",
    }),
    problems: [],
    run: ({ caller }) =>
      Effect.gen(function* () {
        const keys = yield* ApiKeys
        return { items: yield* keys.list(ownerOf(caller)) }
      }),
  }),
  route({
    method: "post",
    path: base,
    name: "createApiKey",
    tag,
    needs: "apiKeys.manage",
    keepsAnswer: false,
    summary: "Make an API key",
    description:
      "Takes a sign-in of the last ten minutes. The key can do what its owner can, within its scope.",
    body: jsonBody(NewApiKey),
    answer: json(MadeApiKey, { status: 201, description: "The key, with its token" }),
    problems: ["sign_in.not_recent"],
    run: ({ caller, body: { name, scope, databaseId = null, days }, id }) =>
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        yield* refuseOldSignIn(caller, now)
        const secret = newSecret()
        const made = yield* (yield* ApiKeys).create({
          id,
          ownerId: ownerOf(caller),
          name,
          scope,
          databaseId,
          secretHash: secretHashOf(secret),
          expiresAt: new Date(now + days * 86_400_000).toISOString(),
        })
        return { ...made, token: apiKeyToken(id, secret) }
      }),
  }),
  route({
    method: "delete",
    path: `${base}/:keyId`,
    name: "revokeApiKey",
    tag,
    needs: "apiKeys.manage",
    summary: "Revoke one of one's own API keys, at once",
    answer: nothing("The key is gone"),
    problems: ["api_key.not_found"],
    run: ({ caller, params }) =>
      Effect.flatMap(ApiKeys, (keys) => keys.revoke(ownerOf(caller), params.keyId)),
  }),
]

/** Keys are managed by people alone (`Action`). */
const ownerOf = ({ actor }: Caller): string => actor.userId ?? ""

const recent = 10 * 60_000

const refuseOldSignIn = ({ signedInAt }: Caller, now: number) =>
  signedInAt !== null && now - signedInAt <= recent
    ? Effect.void
    : Effect.fail(new RequestRefused({ code: "sign_in.not_recent" }))
