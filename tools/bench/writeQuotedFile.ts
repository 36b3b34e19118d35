import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { personAt } from "./personAt.ts"
import { fileColumns } from "./writePeopleFile.ts"

const linesAtOnce = 1000

/** Writes a CSV file of so many people, the same at every call; every tenth has a name in quotes, with some in it. */
export const writeQuotedFile = (path: string, rows: number): Promise<void> =>
  pipeline(Readable.from(chunks(rows)), createWriteStream(path))

function* chunks(rows: number): Generator<string> {
  yield `${fileColumns.join(",")}\r\n`
  for (let from = 0; from < rows; from += linesAtOnce) {
    yield Array.from({ length: Math.min(linesAtOnce, rows - from) }, (_, at) => lineAt(from + at)).join("")
  }
}

const lineAt = (row: number): string => {
  const { email, firstName, lastName, phone } = personAt(row)
  const name = row % 10 === 3 ? `"${lastName}, called ""${firstName}"""` : lastName
  return `${email},${firstName},${name},${phone},,sv\r\n`
}
