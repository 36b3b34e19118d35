import * as Schema from "effect/Schema"
import type { Dialect } from "./Sheet.ts"
import { SheetIssue } from "./SheetIssue.ts"

/**
 * The file cannot be read as a table, or no further; `issues` says why, and `dialect`, where it is a text, how it was
 * taken to be written down. The message holds no cell of the file.
 */
export class SheetRefused extends Schema.TaggedError<SheetRefused>()("SheetRefused", {
  issues: Schema.Array(SheetIssue),
  dialect: Schema.optionalKey(Schema.declare((one): one is Dialect => typeof one === "object")),
}) {
  override get message() {
    return `The file cannot be read as a table: ${this.issues.map((issue) => issue.code).join(", ")}`
  }
}
