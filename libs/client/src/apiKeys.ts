import { Schema } from "effect"
import type { KeyScope } from "@muster/domain/rights/Actor"
import { ApiKey } from "@muster/domain/rights/ApiKey"
import type { Connection } from "./Connection.ts"
import { json, request, send } from "./request.ts"

const decodeKeys = Schema.decodeUnknownSync(Schema.Struct({ items: Schema.Array(ApiKey) }))
const decodeMade = Schema.decodeUnknownSync(Schema.Struct({ ...ApiKey.fields, token: Schema.String }))

interface NewApiKey {
  readonly name: string
  readonly scope: KeyScope
  readonly databaseId: string | null
  readonly days: number
}

export const listApiKeys = async (
  connection: Connection,
  signal: AbortSignal | null = null,
): Promise<ReadonlyArray<ApiKey>> => (await request(connection, decodeKeys, "/api-keys", { signal })).items

/** Makes a key; its token is told this once. */
export const createApiKey = (connection: Connection, key: NewApiKey) =>
  request(connection, decodeMade, "/api-keys", json("POST", key))

export const revokeApiKey = async (connection: Connection, id: string): Promise<void> => {
  await send(connection, `/api-keys/${encodeURIComponent(id)}`, { method: "DELETE" })
}
