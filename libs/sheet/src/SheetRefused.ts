import * as Schema from "effect/Schema"
import { SheetIssue } from "./SheetIssue.ts"

/** The file cannot be read as a table, or no further; `issues` says why. The message holds no cell of the file. */
export class SheetRefused extends Schema.TaggedError<SheetRefused>()("SheetRefused", {
  issues: Schema.Array(SheetIssue),
}) {
  override get message() {
    return `The file cannot be read as a table: ${this.issues.map((issue) => issue.code).join(", ")}`
  }
}
