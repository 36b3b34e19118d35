import { tellIssue } from "@muster/domain/messages/tellIssue"
import { IssueCode, ToldIssue, type Issue } from "@muster/domain/model/Issue"
import type { Language } from "@muster/domain/model/Language"
import { FileDialect } from "@muster/domain/rows/FileDialect"
import { Schema } from "effect"
import { jsonReply, type Reply } from "./Reply.ts"
import { issueTitles, problemTexts } from "./problemTexts.ts"

/** What is wrong at one place of a request; never the value found there, which may be personal. */
export const InputError = Schema.Struct({
  in: Schema.Literals(["body", "query", "header", "form"]),
  /** RFC 6901: where in the body, or the name of the parameter. */
  pointer: Schema.String,
  expected: Schema.String,
})
export type InputError = typeof InputError.Type

/** A refusal (RFC 9457). `instance` names the request, as its line in the server's log does. */
export const Problem = Schema.Struct({
  type: Schema.String,
  title: Schema.String,
  status: Schema.Int,
  detail: Schema.String,
  instance: Schema.String,
  code: Schema.String,
  errors: Schema.optionalKey(Schema.Array(InputError)),
  issues: Schema.optionalKey(Schema.Array(ToldIssue)),
  total: Schema.optionalKey(Schema.Int),
  dialect: Schema.optionalKey(
    FileDialect.annotate({
      description: "How a file of text was taken to be written down, which can be chosen otherwise",
    }),
  ),
}).annotate({ identifier: "Problem" })
export type Problem = typeof Problem.Type

/** A code of the catalogue, or an issue's where issues are the reason. */
export type ProblemCode = keyof typeof problemTexts | IssueCode

/** The most issues that are listed; `total` says how many there are. */
export const issuesTold = 1000

export interface ProblemAbout {
  readonly code: ProblemCode
  readonly errors?: ReadonlyArray<InputError> | undefined
  readonly issues?: ReadonlyArray<Issue> | undefined
  readonly dialect?: FileDialect | undefined
  readonly headers?: Reply["headers"] | undefined
}

/** Where and for whom a problem is told. */
export interface Asked {
  readonly requestId: string
  readonly language: Language
}

/** The status that goes with a code, always the same one. */
export const statusOf = (code: ProblemCode): number => {
  if (isListed(code)) return problemTexts[code].status
  if (code === "file.too_large") return 413
  return code === "email.taken" || code === "username.taken" ? 409 : 422
}

/** The refusal as it goes out: `application/problem+json`, in the language asked for. */
export const problemReply = (
  { code, errors, issues, dialect, headers }: ProblemAbout,
  asked: Asked,
): Reply => {
  const problem: Problem = {
    type: `urn:muster:problem:${code}`,
    title: titleOf(code, asked.language),
    status: statusOf(code),
    detail: detailOf(code, issues ?? [], asked.language),
    instance: `urn:uuid:${asked.requestId}`,
    code,
    ...(errors ? { errors } : {}),
    ...(issues
      ? {
          issues: issues.slice(0, issuesTold).map((issue) => tellIssue(issue, asked.language)),
          total: issues.length,
        }
      : {}),
    ...(dialect ? { dialect } : {}),
  }
  return jsonReply(problem.status, JSON.stringify(problem), { ...headersFor(code), ...headers })
}

const isListed = (code: ProblemCode): code is keyof typeof problemTexts => Object.hasOwn(problemTexts, code)

/** What a refusal is, in a few words. */
export const titleOf = (code: ProblemCode, language: Language): string =>
  isListed(code)
    ? problemTexts[code][language][0]
    : issueTitles[/^(file|header|csv|row)\./.test(code) ? "file" : "person"][language]

/** The refusal in one line. */
export const lineOf = ({ code, issues = [] }: ProblemAbout, language: Language): string =>
  isListed(code) ? problemTexts[code][language][0] : detailOf(code, issues, language)

const detailOf = (code: ProblemCode, issues: ReadonlyArray<Issue>, language: Language): string => {
  if (isListed(code)) return problemTexts[code][language][1]
  const issue = issues.find((one) => one.code === code)
  if (issue === undefined) return ""
  const { message, suggestion } = tellIssue(issue, language)
  return [message, suggestion ?? ""].join(" ").trim()
}

/** When asking again is worth it, and by what to be known (RFC 9110, 10.2.3 and 11.6.1). */
const headersFor = (code: ProblemCode): Reply["headers"] =>
  code === "store.unavailable"
    ? { "retry-after": "2" }
    : code === "sign_in.required"
      ? { "www-authenticate": 'Bearer realm="Muster"' }
      : code === "idempotency.under_way"
        ? { "retry-after": "1" }
        : {}
