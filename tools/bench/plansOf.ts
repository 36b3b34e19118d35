import { Postgres } from "@muster/postgres/Postgres"
import { Effect, Layer } from "effect"

/** A statement as it is sent, and its parameters. */
export interface Statement {
  readonly sql: string
  readonly params: ReadonlyArray<unknown>
}

/** Notes the statements that go through PostgreSQL's entrance, as Drizzle writes them. */
export const notingStatements = (noted: Array<Statement>) =>
  Layer.effect(
    Postgres,
    Effect.map(Postgres, (real) =>
      Postgres.of({
        ...real,
        run: (statement) =>
          real.run((db) => {
            const asked = statement(db) as ReturnType<typeof statement> & Partial<WrittenByDrizzle>
            noted.push((asked.toSQL ?? asked.getQuery)?.call(asked) ?? { sql: "", params: [] })
            return asked
          }),
      }),
    ),
  )

interface WrittenByDrizzle {
  readonly toSQL: () => Statement
  readonly getQuery: () => Statement
}

/** How PostgreSQL did a statement, line by line: it does it once more. */
export const planOf = Effect.fn("planOf")(function* ({ sql, params }: Statement) {
  const { values } = yield* Postgres
  const lines = yield* values(
    `explain (analyze, costs off, timing off, buffers off, summary off) ${sql}`,
    params,
  )
  return lines.map(([line]) => String(line))
})

/** What a plan found its rows by: indexes, samples of tables, or `all` of a table. */
export const readsOf = (plan: ReadonlyArray<string>): ReadonlyArray<string> =>
  plan.flatMap((line) => {
    const [, how, index, table] = line.includes("never executed") ? [] : (scan.exec(line) ?? [])
    if (how === "Seq") return [`all ${table}`]
    if (how === "Sample") return [`a sample of ${table}`]
    return [index ?? table ?? []].flat()
  })

const scan = /(Seq|Sample|Bitmap Index|Index Only|Index) Scan(?: Backward)?(?: using (\S+))?(?: on (\S+))?/
