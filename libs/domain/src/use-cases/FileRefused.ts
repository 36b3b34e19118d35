import { Schema } from "effect"
import { Issue } from "../model/Issue.ts"
import { FileDialect } from "../rows/FileDialect.ts"

/**
 * The file cannot be read as the table it should be; nothing of it is kept. `issues` says why, and `dialect`, where it
 * is a text, how it was taken to be written down.
 */
export class FileRefused extends Schema.TaggedError<FileRefused>()("FileRefused", {
  issues: Schema.Array(Issue),
  dialect: Schema.optionalKey(FileDialect),
}) {
  override get message() {
    return "The file cannot be read as the table it should be."
  }
}
