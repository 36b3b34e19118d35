import { Schema, SchemaIssue } from "effect"
import type { InputError } from "./problem.ts"
import { RequestRefused } from "./RequestRefused.ts"

/** How input is decoded: every fault at once, and nothing that is not asked for. */
export const strictly = { errors: "all", onExcessProperty: "error" } as const

/** What a schema expected and did not find, place by place, without the values that were there. */
export const expectations = (error: Schema.SchemaError, place: InputError["in"]): ReadonlyArray<InputError> =>
  format(error.issue).issues.map(({ path = [], message }) => ({
    in: place,
    pointer: path.map((part) => `/${escape(String(part))}`).join(""),
    expected: message.replace(/^Expected /, ""),
  }))

/** The refusal of a request with these faults. */
export const invalid = (...errors: ReadonlyArray<InputError>): RequestRefused =>
  new RequestRefused({ code: "request.invalid", errors })

const format = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) =>
    issue._tag === "MissingKey"
      ? "a value"
      : issue._tag === "UnexpectedKey"
        ? "nothing by this name"
        : SchemaIssue.defaultLeafHook(issue),
})

/** A part of a JSON pointer (RFC 6901, 3). */
const escape = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1")
