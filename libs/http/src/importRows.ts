import { tellImport, tellRow } from "@muster/domain/messages/ToldImport"
import { RowOutcome, RowStatus } from "@muster/domain/model/Import"
import { RepairKind } from "@muster/domain/model/RepairKind"
import { Imports } from "@muster/domain/ports/Imports"
import { correctRows, type RowCorrection } from "@muster/domain/use-cases/correctRows"
import { repairRows } from "@muster/domain/use-cases/repairRows"
import { Effect, Schema, SchemaGetter } from "effect"
import { json } from "./Answer.ts"
import { attended, patience } from "./attended.ts"
import { jsonBody } from "./BodyKind.ts"
import { ImportAnswer, RowPage } from "./ImportAnswer.ts"
import { scopeOf, type ImportMount } from "./ImportMount.ts"
import { rowPageQuery } from "./paging.ts"
import { route, type Route } from "./route.ts"

const rowStatuses = Schema.String.pipe(
  Schema.decodeTo(
    Schema.Array(RowStatus).annotate({
      description: "Only rows with one of these statuses, separated by commas",
    }),
    {
      decode: SchemaGetter.transform((text: string) => text.split(",") as ReadonlyArray<RowStatus>),
      encode: SchemaGetter.transform((statuses: ReadonlyArray<string>) => statuses.join(",")),
    },
  ),
)

const corrected = { cells: Schema.Record(Schema.String, Schema.String) }
const leftOut = { status: Schema.Literal("skipped") }
const rowNumber = { row: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 2 ** 31 - 1 })) }

const rowChange = Schema.Union([Schema.Struct(corrected), Schema.Struct(leftOut)]).annotate({
  identifier: "RowChange",
})
type RowChange = typeof rowChange.Type

const rowChanges = Schema.Struct({
  rows: Schema.Array(
    Schema.Union([
      Schema.Struct({ ...rowNumber, ...corrected }),
      Schema.Struct({ ...rowNumber, ...leftOut }),
    ]),
  ).check(Schema.isMinLength(1), Schema.isMaxLength(5000)),
  more: Schema.optionalKey(
    Schema.Boolean.annotate({
      description: "Whether more corrections follow at once: the answer then does not wait for validation",
    }),
  ),
}).annotate({ identifier: "RowChanges" })

const wantedRepairs = Schema.Struct({
  kind: RepairKind.annotate({ description: "The kind of damage, as `repair.kind` of the issues has it" }),
  column: Schema.optionalKey(
    Schema.String.annotate({ description: "Only cells of this column; where absent, of any" }),
  ),
  rows: Schema.optionalKey(
    Schema.Array(rowNumber.row)
      .check(Schema.isMinLength(1), Schema.isMaxLength(500))
      .annotate({ description: "Only these rows; where absent, all of them" }),
  ),
}).annotate({ identifier: "WantedRepairs" })

const correctionOf = (row: number, change: RowChange): RowCorrection =>
  "cells" in change ? { row, cells: change.cells } : { row, leaveOut: true }

const correctingProblems = [
  "import.not_found",
  "row.not_found",
  "column.not_found",
  "import.not_correctable",
] as const

/** The calls about an import's rows. */
export const importRowRoutes = ({ base, tag, named, needs }: ImportMount): ReadonlyArray<Route> => [
  route({
    method: "get",
    path: `${base}/:importId/rows`,
    name: `list${named}Rows`,
    tag,
    needs: needs.read,
    summary: "List an import's rows with their issues",
    query: {
      ...rowPageQuery,
      status: Schema.optionalKey(rowStatuses),
      outcome: Schema.optionalKey(
        RowOutcome.annotate({ description: "Only rows that become this, or would if the import ran" }),
      ),
    },
    answer: json(RowPage, { description: "A page of rows, in order" }),
    problems: ["import.not_found"],
    run: ({ params, query: { limit, cursor = 0, status = null, outcome }, language }) =>
      Effect.gen(function* () {
        const imports = yield* Imports
        const one = yield* imports.find(scopeOf(params), params.importId)
        const rows = yield* imports.rows(one.id, {
          statuses: status,
          outcome,
          after: cursor,
          limit: limit + 1,
        })
        const items = rows.slice(0, limit)
        return {
          items: items.map((row) => tellRow(one, row, language)),
          nextCursor: rows.length > limit ? (items.at(-1)?.row ?? null) : null,
        }
      }),
  }),
  route({
    method: "patch",
    path: `${base}/:importId/rows/:row`,
    name: `correct${named}Row`,
    tag,
    needs: needs.validate,
    summary: "Correct cells of a row, or leave the row out",
    description: "Cells by column name; those not named stay as they are. The import is validated again.",
    body: jsonBody(rowChange),
    answer: json(ImportAnswer, { description: "The import" }),
    problems: correctingProblems,
    run: ({ params, body, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params)
        yield* correctRows(scope, params.importId, [correctionOf(params.row, body)])
        return yield* attended(scope, params.importId, patience.validate, language)
      }),
  }),
  route({
    method: "patch",
    path: `${base}/:importId/rows`,
    name: `correct${named}Rows`,
    tag,
    needs: needs.validate,
    summary: "Correct many rows at once, or leave them out",
    description:
      "Up to 5,000 rows, all or none; of a row named twice the last counts. The import is validated again.",
    body: jsonBody(rowChanges),
    answer: json(ImportAnswer, { description: "The import" }),
    problems: correctingProblems,
    run: ({ params, body, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params)
        const one = yield* correctRows(
          scope,
          params.importId,
          body.rows.map((change) => correctionOf(change.row, change)),
        )
        if (body.more === true) return tellImport(one, language)
        return yield* attended(scope, params.importId, patience.validate, language)
      }),
  }),
  route({
    method: "post",
    path: `${base}/:importId/repairs`,
    name: `repair${named}Rows`,
    tag,
    needs: needs.validate,
    summary: "Do the repairs of a kind that issues offer",
    description:
      "In all rows that are damaged so, or in those named; in the largest files a thousand rows at a time, those " +
      "all or none. The import is validated again. A repaired cell has an issue `cell.repaired`, with what it was, " +
      "until it is corrected. Where there is nothing to repair, the import is answered as it is.",
    body: jsonBody(wantedRepairs),
    answer: json(ImportAnswer, { description: "The import" }),
    problems: ["import.not_found", "import.not_correctable"],
    run: ({ params, body, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params)
        yield* repairRows(scope, params.importId, body)
        return yield* attended(scope, params.importId, patience.validate, language)
      }),
  }),
]
