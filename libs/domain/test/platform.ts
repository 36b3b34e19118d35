import { Effect, Layer, Option, Stream } from "effect"
import { memoryLayer } from "../src/memory/memoryLayer.ts"
import type { ImportScope, ImportOptions } from "../src/model/Import.ts"
import { everyLine } from "../src/ports/Audit.ts"
import { Imports } from "../src/ports/Imports.ts"
import type { UserQuery } from "../src/ports/PlatformUsers.ts"
import { ImportWork } from "../src/ports/ImportWork.ts"
import { CurrentActor } from "../src/rights/CurrentActor.ts"
import { installation } from "../src/rights/Actor.ts"
import type { FileRow } from "../src/use-cases/FileRow.ts"
import { receiveImport } from "../src/use-cases/receiveImport.ts"
import { runImport } from "../src/use-cases/runImport.ts"
import { startImport } from "../src/use-cases/moveImport.ts"
import { validateImport } from "../src/use-cases/validateImport.ts"

/** A fresh platform in memory for each test. */
export const platform = Layer.merge(Layer.fresh(memoryLayer), Layer.succeed(CurrentActor, installation.id))

export const step1: ImportScope = { kind: "platform-users", databaseId: null }

/** Takes a table in as a file, without validating it. The first line is the header. */
export const receive = (
  scope: ImportScope,
  [header = [], ...rows]: ReadonlyArray<ReadonlyArray<string>>,
  options: Partial<ImportOptions> = {},
  createdBy = installation.id,
) =>
  receiveImport(
    scope,
    {
      fileName: "people.csv",
      delimiter: ",",
      header,
      rows: Stream.fromIterable(rows.map((cells, at): FileRow => ({ row: at + 2, cells, issues: [] }))),
      issues: Effect.succeed([]),
    },
    {
      id: crypto.randomUUID(),
      createdBy,
      options: () => ({ invalidRows: "refuse", mode: "create", ...options }),
    },
  )

/** Takes an import in hand, as a worker does. */
export const claim = (importId: string) =>
  Effect.gen(function* () {
    const work = yield* ImportWork
    const claimed = yield* work.claim({
      importId,
      worker: "test",
      leaseSeconds: 10,
      untriedOnly: false,
      afterOutage: false,
    })
    return Option.getOrThrow(claimed)
  })

/** Takes a table in and validates it. */
export const upload = (
  scope: ImportScope,
  table: ReadonlyArray<ReadonlyArray<string>>,
  options: Partial<ImportOptions> = {},
  createdBy = installation.id,
) =>
  Effect.gen(function* () {
    const { id } = yield* receive(scope, table, options, createdBy)
    return yield* validateImport(yield* claim(id))
  })

/** Validates an import again, after a correction. */
export const revalidate = (id: string) => Effect.flatMap(claim(id), validateImport)

/** Starts an import that is ready and runs it to its end. */
export const run = (scope: ImportScope, id: string, startedBy = installation.id) =>
  Effect.gen(function* () {
    yield* startImport(scope, id, startedBy)
    return yield* runImport(yield* claim(id))
  })

/** All rows of an import. */
export const rowsOf = (id: string) =>
  Effect.flatMap(Imports, (imports) => imports.rows(id, { statuses: null, after: 0, limit: 10_000 }))

/** A table of people with distinct e-mails, as a file of step 1 has it. */
export const people = (count: number): ReadonlyArray<ReadonlyArray<string>> => [
  ["email", "firstName", "lastName"],
  ...Array.from({ length: count }, (_, at) => [`person${at}@company.example`, "Per", `Son ${at}`]),
]

/** Asks for everybody. */
export const everybody: UserQuery = {
  search: null,
  status: null,
  role: null,
  database: null,
  standing: null,
  importId: null,
  limit: 500,
  cursor: null,
}

/** Asks for the audit's last lines. */
export const lastLines = { ...everyLine, limit: 10, cursor: null }
