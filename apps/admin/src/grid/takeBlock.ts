import type { ImportKind } from "@muster/domain/model/Import"
import { emailFault } from "@muster/domain/model/emailFault"
import type { KnownPlaces } from "@muster/domain/rows/guessByContent"
import type { ColumnMatch } from "@muster/domain/rows/ColumnMatch"
import { foldHeader } from "@muster/domain/rows/matchColumn"
import { matchColumns } from "@muster/domain/rows/matchColumns"
import { knownColumns } from "@muster/domain/rows/recogniseHeader"
import { splitName } from "@muster/domain/rows/splitName"
import { forEach, type Slices } from "./Slices.ts"
import type { Block } from "./writeCells.ts"

/** A pasted table, in the columns of the grid; `matches` tells what its own columns were taken for. */
export interface TakenBlock {
  readonly cells: Block
  readonly matches: ReadonlyArray<ColumnMatch>
}

const rowsLookedAt = 100

/** Puts a pasted table with a header into the columns of the grid; null where it has no header. */
export function* takeBlock(
  kind: ImportKind,
  columns: ReadonlyArray<string>,
  block: ReadonlyArray<ReadonlyArray<string>>,
  known: KnownPlaces,
): Slices<TakenBlock | null> {
  const [header = [], ...rows] = block.slice(0, rowsLookedAt + 1)
  if (!isHeader(kind, header, rows)) return null
  const matches = matchColumns({ kind, header, rows, known, remembered: null })
  const sources = columns.map((column): ((row: ReadonlyArray<string>) => string | undefined) => {
    const match = matches.find(({ meaning, header }) =>
      meaning === null ? foldHeader(header) === foldHeader(column) : meaning === column,
    )
    if (match !== undefined) return (row) => row[match.position] ?? ""
    const full = matches.find(({ meaning }) => meaning === "fullName")
    if (full === undefined || (column !== "firstName" && column !== "lastName")) return () => undefined
    const part = column === "firstName" ? "first" : "last"
    return (row) => splitName(row[full.position] ?? "")[part]
  })
  const cells: Array<ReadonlyArray<string | undefined>> = []
  yield* forEach(block, (row, at) => {
    if (at > 0) cells.push(sources.map((source) => source(row)))
  })
  return { cells, matches: matches.flatMap((match) => asTaken(columns, match)) }
}

/** What a pasted column comes to in these columns: not used where they have no such one, nothing to tell of one only they know. */
const asTaken = (columns: ReadonlyArray<string>, match: ColumnMatch): ReadonlyArray<ColumnMatch> => {
  const { header, meaning } = match
  if (meaning === null)
    return columns.some((column) => foldHeader(column) === foldHeader(header)) ? [] : [match]
  const wanted: ReadonlyArray<string> = meaning === "fullName" ? ["firstName", "lastName"] : [meaning]
  return [wanted.some((column) => columns.includes(column)) ? match : { ...match, meaning: null }]
}

/**
 * Whether the first row names columns rather than being about somebody: it holds no address, and either half of
 * what is written in it are known columns, or a column of addresses begins below it.
 */
const isHeader = (
  kind: ImportKind,
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
): boolean => {
  const labels = header.filter((text) => text.trim() !== "")
  if (labels.length === 0 || labels.some(isEmail)) return false
  if (knownColumns(kind, header) * 2 >= labels.length) return true
  return header.some((_, at) => {
    const below = rows.map((row) => (row[at] ?? "").trim()).filter((text) => text !== "")
    return below.length > 0 && below.filter(isEmail).length * 2 > below.length
  })
}

const isEmail = (text: string): boolean => emailFault(text.trim()) === null
