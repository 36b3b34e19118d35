import { moments, type Moment } from "./PostgresProxy.ts"

/**
 * What Muster does to its store in the life of an import, told by the statement that does it. A point is one of
 * these and a moment: before PostgreSQL has it, while it works, or when it is done and only the answer is missing.
 */
const steps: Readonly<Record<string, RegExp>> = {
  "key taken": /^insert into "idempotency_keys"/,
  "rows staged": /insert into import_rows/,
  "import made": /insert into imports/,
  "import claimed": /set fence = i\.fence \+ 1, lease_holder =/,
  "chunk checked": /checked_to = greatest/,
  "rows corrected": /then 'skipped' else 'unprocessed' end as status/,
  "import started": /state = 'running', done = 0, checked_to = 0, started_by =/,
  "people written": /insert into platform_users/,
  "access given": /insert into accesses/,
  "turn passed on": /waiting_since = now\(\), turns = i\.turns \+ 1/,
  "import settled": /update imports i set state = \$\d+, fence/,
  "import cancelled": /state = 'cancelled', finished_at/,
  "answer kept": /^update "idempotency_keys" set "digest"/,
  "rows reported": /select r\.row, case/,
}

export interface Point {
  readonly name: string
  readonly statement: RegExp
  readonly moment: Moment
}

/** Every named point. */
export const points: ReadonlyArray<Point> = Object.entries(steps).flatMap(([step, statement]) =>
  moments.map((moment) => ({ name: `${step}, ${moment}`, statement, moment })),
)
