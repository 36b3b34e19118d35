import { Traces } from "@muster/domain/model/Traces"
import { anonymiseUser, previewAnonymisation } from "@muster/domain/use-cases/anonymiseUser"
import { Effect } from "effect"
import { json } from "./Answer.ts"
import { ifMatch } from "./etag.ts"
import { PlatformUserAnswer } from "./platformUsers.ts"
import { route, type Route } from "./route.ts"

const base = "/api/v1/platform/users/:userId"
const tag = "Platform users"

/** The calls by which a deleted user becomes nobody. */
export const anonymisationRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: `${base}/traces`,
    name: "previewAnonymisation",
    tag,
    needs: "users.anonymise",
    summary: "How much there is of a user that anonymising them would erase",
    answer: json(Traces.annotate({ identifier: "Traces" }), { description: "In how many places" }),
    problems: ["user.not_found"],
    run: ({ params }) => previewAnonymisation(params.userId),
  }),
  route({
    method: "post",
    path: `${base}/anonymise`,
    name: "anonymisePlatformUser",
    tag,
    needs: "users.anonymise",
    summary: "Make a deleted user nobody, for good",
    description:
      "Name, addresses, access, ways to sign in and API keys go; so do the cells of rows of imports and the details in the audit. With If-Match only the version of that ETag.",
    answer: json(PlatformUserAnswer, { description: "What is left" }),
    problems: ["user.not_found", "user.not_deleted", "user.changed_meanwhile", "role.above_own"],
    run: ({ params, caller, request }) =>
      Effect.flatMap(ifMatch(request), (version) => anonymiseUser(caller.actor, params.userId, version)),
  }),
]
