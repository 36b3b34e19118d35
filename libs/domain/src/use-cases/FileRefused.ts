import { Schema } from "effect"
import { Issue } from "../model/Issue.ts"

/** The file cannot be read as the table it should be; nothing of it is kept. `issues` says why. */
export class FileRefused extends Schema.TaggedError<FileRefused>()("FileRefused", {
  issues: Schema.Array(Issue),
}) {
  override get message() {
    return "The file cannot be read as the table it should be."
  }
}
