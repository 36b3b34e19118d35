import type { ImportScope } from "@muster/domain/model/Import"
import type { Connection } from "./Connection.ts"
import { correctRows, type AnsweredImport, type RowChange } from "./imports.ts"

/**
 * Corrects any number of rows of an import, or leaves them out, in as few calls as that takes; it is validated once the
 * last are in. `onAnswer` is told of each answer, and how many rows are done. Where a call fails, those before it stay.
 */
export const correctAllRows = async (
  connection: Connection,
  scope: ImportScope,
  id: string,
  changes: ReadonlyArray<RowChange>,
  onAnswer: (one: AnsweredImport, done: number) => void,
): Promise<void> => {
  let done = 0
  for (const some of callsOf(changes)) {
    done += some.length
    onAnswer(await correctRows(connection, scope, id, some, done < changes.length), done)
  }
}

const mostRows = 5000
/** The body of a call has a little more. */
const mostBytes = 1_000_000

/** The changes in parts that are as large as one call takes. */
export const callsOf = (changes: ReadonlyArray<RowChange>): ReadonlyArray<ReadonlyArray<RowChange>> => {
  const encoder = new TextEncoder()
  const calls: Array<Array<RowChange>> = []
  let bytes = Infinity
  for (const change of changes) {
    const length = encoder.encode(JSON.stringify(change)).length + 1
    const last = calls.at(-1)
    if (last !== undefined && last.length < mostRows && bytes + length <= mostBytes) last.push(change)
    else calls.push([change])
    bytes = last === calls.at(-1) ? bytes + length : length
  }
  return calls
}
