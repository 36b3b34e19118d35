import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { personAt } from "./personAt.ts"

/** The columns of a file of people, in order. */
export const fileColumns = ["email", "firstName", "lastName", "phone", "mobilePhone", "languageCode"] as const

const linesAtOnce = 1000

/**
 * Writes a CSV file of so many rows, the same at every call: one row in fifty is wrong, one in a hundred says
 * somebody whom the file has said before, and one in twenty somebody among the first `existing` people.
 */
export const writePeopleFile = (path: string, rows: number, existing: number): Promise<void> =>
  pipeline(Readable.from(chunks(rows, existing)), createWriteStream(path))

function* chunks(rows: number, existing: number): Generator<string> {
  yield `${fileColumns.join(",")}\r\n`
  for (let from = 0; from < rows; from += linesAtOnce) {
    const lines = Array.from({ length: Math.min(linesAtOnce, rows - from) }, (_, at) =>
      lineAt(from + at, existing),
    )
    yield lines.join("")
  }
}

const lineAt = (row: number, existing: number): string => {
  const isRepeated = row % 100 === 99
  const isExisting = existing > 0 && row % 20 === 7
  const person = personAt(isExisting ? (row * 7919) % existing : existing + (isRepeated ? row - 50 : row))
  const email = row % 100 === 13 ? person.email.replace("@", " at ") : person.email
  const lastName = row % 100 === 63 ? "" : person.lastName
  return `${email},${person.firstName},${lastName},${person.phone},,sv\r\n`
}
