import { AuditEvent } from "@muster/domain/audit/AuditLine"
import { ToldLine } from "@muster/domain/audit/ToldLine"
import type { PageRequest } from "@muster/domain/model/Page"
import { Audit, everyLine, type AuditQuery } from "@muster/domain/ports/Audit"
import { verifyAudit } from "@muster/domain/use-cases/verifyAudit"
import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import { jsonBody } from "./BodyKind.ts"
import { freeText } from "./bodyText.ts"
import { Cursor, pageOf, pageQuery } from "./paging.ts"
import { route, type Route } from "./route.ts"

const base = "/api/v1/audit"
const tag = "Audit"

const AuditLineAnswer = ToldLine.annotate({ identifier: "AuditLine" })

const Verification = Schema.Struct({
  lines: Schema.Int,
  head: Schema.Struct({ ordinal: Schema.Int, hash: Schema.String }).annotate({
    description: "Where the chain ends. Kept elsewhere, it shows later whether lines were cut off",
  }),
  faults: Schema.Array(
    Schema.Struct({ ordinal: Schema.Int, fault: Schema.Literals(["altered", "missing", "head"]) }),
  ).annotate({ description: "Lines that are not as they were written; the first hundred" }),
}).annotate({ identifier: "AuditVerification" })

const moment = Schema.String.check(
  Schema.makeFilter(
    (text: string) =>
      (/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z)?$/.test(text) && !Number.isNaN(Date.parse(text))) ||
      "a date, or a time in UTC as ISO 8601 has it",
  ),
)
const uuid = Schema.String.check(Schema.isUUID())

export const AuditPage = pageOf(AuditLineAnswer, Cursor, "AuditPage")

/** A page of the audit as it is told, newest first. */
export const tellAudit = Effect.fnUntraced(function* (wanted: Partial<AuditQuery> & PageRequest) {
  const page = yield* (yield* Audit).list({ ...everyLine, ...wanted })
  return {
    ...page,
    items: page.items.map(({ salt: _, personalHash: __, details, personal, ...line }) => ({
      ...line,
      details: JSON.parse(details) as Readonly<Record<string, unknown>>,
      personal: personal === null ? null : (JSON.parse(personal) as Readonly<Record<string, unknown>>),
    })),
  }
})

/** The calls about who did what. */
export const auditRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: base,
    name: "listAudit",
    tag,
    needs: "audit.read",
    summary: "Who did what, newest first",
    query: {
      ...pageQuery,
      event: Schema.optionalKey(AuditEvent),
      actor: Schema.optionalKey(
        freeText(200).annotate({ description: "`user:` or `key:` and an id, `installation`, or `muster`" }),
      ),
      databaseId: Schema.optionalKey(freeText(200)),
      importId: Schema.optionalKey(uuid),
      userId: Schema.optionalKey(uuid.annotate({ description: "Whom it was done to" })),
      from: Schema.optionalKey(moment),
      until: Schema.optionalKey(moment.annotate({ description: "Not included" })),
    },
    answer: json(AuditPage, { description: "A page of lines" }),
    problems: [],
    run: ({ query: { limit, cursor = null, ...wanted } }) => tellAudit({ ...wanted, limit, cursor }),
  }),
  route({
    method: "get",
    path: `${base}/verification`,
    name: "verifyAudit",
    tag,
    needs: "audit.read",
    summary: "Whether every line is as it was written",
    answer: json(Verification, { description: "What was found" }),
    problems: [],
    run: () => verifyAudit(),
  }),
  route({
    method: "post",
    path: `${base}/erasures`,
    name: "eraseFromAudit",
    tag,
    needs: "audit.erase",
    summary: "Erase a person's details from the audit",
    description: "The lines stay and so does their chain; who they are about can no longer be told by them.",
    body: jsonBody(Schema.Struct({ userId: uuid }).annotate({ identifier: "AuditErasure" })),
    answer: json(Schema.Struct({ lines: Schema.Int }).annotate({ identifier: "AuditErased" }), {
      description: "From how many lines",
    }),
    problems: [],
    run: ({ body: { userId } }) =>
      Effect.gen(function* () {
        return { lines: yield* (yield* Audit).erase(userId) }
      }),
  }),
]
