import { CaughtMail } from "@muster/domain/model/CaughtMail"
import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import { route, type Route } from "./route.ts"

const CaughtMails = Schema.Struct({
  caught: Schema.Boolean.annotate({ description: "False where mail is really sent: then none is kept" }),
  items: Schema.Array(CaughtMail),
}).annotate({ identifier: "CaughtMails" })

/** The call that shows mail where there is no mail server. `mails` null: it is really sent. */
export const caughtMailRoutes = (mails: (() => ReadonlyArray<CaughtMail>) | null): ReadonlyArray<Route> => [
  route({
    method: "get",
    path: "/api/v1/caught-mails",
    name: "listCaughtMails",
    tag: "Invitations",
    needs: "mails.read",
    summary: "Mail that was kept since there is no mail server, newest first",
    answer: json(CaughtMails, { description: "The last mails" }),
    problems: [],
    run: () => Effect.succeed({ caught: mails !== null, items: mails?.() ?? [] }),
  }),
]
