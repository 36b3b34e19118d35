import { setTimeout as sleep } from "node:timers/promises"
import { verifyAudit } from "@muster/domain/use-cases/verifyAudit"
import { Postgres } from "@muster/postgres/Postgres"
import { PostgresAudit } from "@muster/postgres/PostgresAudit"
import { parse } from "csv-parse/sync"
import { Effect, Layer, Redacted } from "effect"
import { askOnce } from "./askOnce.ts"
import type { Cluster } from "./Cluster.ts"
import { undoingName } from "./meantFiles.ts"
import type { Directory, KeptAccess, KeptUser, ReportedRow } from "./Directory.ts"

const statuses =
  "rows valid invalid conflict skipped created updated unchanged removed failed unprocessed".split(" ")

/** The most connections that a server may keep to PostgreSQL. */
const mostConnections = 10

/** Reads all that is there: by SQL, and the reports as the API answers them. */
export const readDirectory = async (cluster: Cluster): Promise<Directory> => {
  const { sql, places } = cluster
  const imports = await sql<Array<Record<string, number | string | null>>>`
    select i.*, (select string_agg(l.event, ' ' order by l.ordinal) from audit_lines l
        where l.import_id = i.id and l.event like 'import.%') as events,
      (select coalesce(sum((l.details::json->>'users')::int), 0)::int from audit_lines l
        where l.import_id = i.id and l.event = 'users.created') as audited,
      (select coalesce(sum((l.details::json->>'users')::int), 0)::int from audit_lines l
        where l.import_id = i.id and l.event = 'users.removed') as audited_removals
    from imports i order by i.ordinal`
  const users = await sql<Array<KeptUser>>`
    select id, email, email_key as "emailKey", last_name as "lastName", origin_import as "importId",
      origin_row as row from platform_users`
  const accesses = await sql<Array<KeptAccess>>`
    select a.database_id as "databaseId", u.email, a.department_id as department, a.group_name as "group"
    from accesses a join platform_users u on u.id = a.user_id`
  const [stray] = await sql`
    select count(*)::int as many from import_rows where import_id not in (select id from imports)`
  const [connections] = await sql`
    select count(*)::int as many from pg_stat_activity where application_name = 'muster'`
  const many = Number(connections?.["many"])
  const tooMany = many > mostConnections * places.length ? [`Servers keep ${many} connections.`] : []
  return {
    imports: await fewAtOnce(imports, async (one) => ({
      id: String(one["id"]),
      file: nameOf(String(JSON.parse(String(one["file_name"]))), one["undoes"] !== null),
      undoes: one["undoes"] === null ? null : String(one["undoes"]),
      databaseId: one["database_id"] === null ? null : String(one["database_id"]),
      state: String(one["state"]),
      counts: Object.fromEntries(statuses.map((name) => [name, Number(one[name])])),
      events: String(one["events"] ?? "").split(" "),
      auditedUsers: Number(one["audited"]),
      auditedRemovals: Number(one["audited_removals"]),
      report: await readReport(cluster, String(one["id"]), one["database_id"] as string | null),
    })),
    users,
    accesses,
    strayRows: Number(stray?.["many"]),
    auditFaults: await readAuditFaults(cluster.store.url()),
    serverFaults: [...cluster.faults, ...tooMany],
  }
}

const nameOf = (file: string, isUndoing: boolean) => (isUndoing ? undoingName(file) : file)

/** Does something with each, in order, eight at a time. */
const fewAtOnce = async <A, B>(all: ReadonlyArray<A>, one: (of: A) => Promise<B>): Promise<Array<B>> => {
  const done: Array<B> = []
  const left = [...all.entries()]
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) done[next[0]] = await one(next[1])
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return done
}

let turn = 0

const readReport = async (
  { places }: Cluster,
  id: string,
  databaseId: string | null,
): Promise<ReadonlyArray<ReportedRow>> => {
  const scope = databaseId === null ? "platform" : `databases/${databaseId}`
  for (let tries = 0; ; tries++) {
    const place = places[turn++ % places.length]
    const reply = await askOnce({
      port: place?.port ?? 0,
      method: "GET",
      path: `${scope}/imports/${id}/report?rows=all&format=csv`,
      key: null,
      body: null,
      contentType: null,
      patience: 60_000,
    }).catch(String)
    if (typeof reply === "string" || reply.status !== 200) {
      if (tries > 20) throw new Error(`No report of ${id}: ${JSON.stringify(reply)}`)
      await sleep(500)
      continue
    }
    const rows: ReadonlyArray<Record<string, string>> = parse(reply.body, { bom: true, columns: true })
    return rows.map(({ _row = "", _status = "", _code = "", email = "" }) => ({
      row: Number(_row),
      status: _status,
      email,
      codes: _code,
    }))
  }
}

const readAuditFaults = async (url: string): Promise<ReadonlyArray<string>> => {
  const store = PostgresAudit.pipe(Layer.provide(Postgres.layer({ url: Redacted.make(url) })))
  const { faults } = await Effect.runPromise(verifyAudit().pipe(Effect.provide(store)))
  return faults.map(({ ordinal, fault }) => `line ${ordinal} ${fault}`)
}
