import type { ImportScope } from "@muster/domain/model/Import"
import { ColumnMemory, type ColumnMeanings } from "@muster/domain/ports/ColumnMemory"
import { headerKey } from "@muster/domain/rows/matchColumn"
import { sql } from "drizzle-orm"
import { Effect, Layer, Option } from "effect"
import { createHash } from "node:crypto"
import { Postgres } from "./Postgres.ts"

export const PostgresColumnMemory = Layer.effect(
  ColumnMemory,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    return ColumnMemory.of({
      recall: ({ kind, databaseId }: ImportScope, header) =>
        run((db) =>
          db.execute<{ meanings: string }>(sql`select meanings from column_choices
            where kind = ${kind} and database_id is not distinct from ${databaseId}
              and header_hash = ${hashOf(header)}`),
        ).pipe(
          Effect.map(([found]) =>
            Option.map(Option.fromNullishOr(found), ({ meanings }): ColumnMeanings => JSON.parse(meanings)),
          ),
        ),
      remember: ({ kind, databaseId }, header, meanings) =>
        run((db) =>
          db.execute(sql`insert into column_choices (kind, database_id, header_hash, meanings)
            values (${kind}, ${databaseId}, ${hashOf(header)}, ${JSON.stringify(meanings)})
            on conflict (kind, database_id, header_hash) do update set meanings = excluded.meanings`),
        ).pipe(Effect.asVoid),
    })
  }),
)

/** A header may be longer than an index entry. */
const hashOf = (header: ReadonlyArray<string>): string =>
  createHash("sha256").update(headerKey(header)).digest("hex")
