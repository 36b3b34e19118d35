import type { ImportKind, ImportMode } from "../model/Import.ts"
import type { ColumnName } from "./Column.ts"
import type { ColumnMatch, ColumnMeaning, MatchedBy } from "./ColumnMatch.ts"
import { columnsOf, requiredOf } from "./columnsOf.ts"
import { guessByContent, type KnownPlaces } from "./guessByContent.ts"
import { guessBySpelling, type Guess } from "./guessBySpelling.ts"
import { isKept } from "./recogniseHeader.ts"
import { matchColumn } from "./matchColumn.ts"

/** The beginning of a file, and what is known that tells what its columns are. */
export interface FileBeginning {
  readonly kind: ImportKind
  readonly header: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  readonly known: KnownPlaces
  /** The meaning of each column when the same header was matched before, if it was. */
  readonly remembered: ReadonlyArray<ColumnMeaning | null> | null
}

const samplesShown = 3

/**
 * What each column of a file is taken for. What was chosen before for the same header stands; else a published
 * spelling gives a column its meaning; the meanings left go to the columns left that are nearest by spelling,
 * then by what their cells look like, the surest guess first. No meaning goes to two columns by a guess.
 */
export const matchColumns = (file: FileBeginning): ReadonlyArray<ColumnMatch> => {
  const { kind, header, rows } = file
  const found = new Map<number, { readonly meaning: ColumnMeaning; readonly by: MatchedBy }>()
  const positions = header.flatMap((text, position) => (isKept(text) ? [position] : []))
  const cellsAt = (position: number) => rows.map((row) => row[position] ?? "")
  for (const position of positions) {
    const meaning = file.remembered?.[position] ?? null
    const named = matchColumn(kind, header[position] ?? "")
    if (file.remembered !== null) {
      if (meaning !== null) found.set(position, { meaning, by: meaning === named ? "name" : "memory" })
    } else if (named !== null) found.set(position, { meaning: named, by: "name" })
  }
  const give = (by: MatchedBy, guesses: (position: number) => ReadonlyArray<Guess>) =>
    positions
      .filter((position) => !found.has(position))
      .flatMap((position) => guesses(position).map((guess) => ({ ...guess, position })))
      .sort((one, other) => one.doubt - other.doubt)
      .forEach(({ position, meaning }) => {
        const taken = [...found.values()].some((other) => overlap(meaning, other.meaning))
        if (!found.has(position) && !taken) found.set(position, { meaning, by })
      })
  if (file.remembered === null) {
    give("spelling", (position) => guessBySpelling(kind, header[position] ?? ""))
    give("content", (position) => guessByContent(kind, cellsAt(position), file.known))
  }
  return positions.map((position) => ({
    position,
    header: (header[position] ?? "").trim(),
    samples: cellsAt(position)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== "")
      .slice(0, samplesShown),
    meaning: found.get(position)?.meaning ?? null,
    by: found.get(position)?.by ?? null,
  }))
}

/** Whether nobody needs to be asked: nothing was guessed, no meaning stands twice, and what must be there is. */
export const isSure = (kind: ImportKind, mode: ImportMode, matches: ReadonlyArray<ColumnMatch>): boolean => {
  const { missing, twice } = columnFaults(
    kind,
    mode,
    matches.map(({ meaning }) => meaning),
  )
  const guessed = matches.some(({ by }) => by === "spelling" || by === "content")
  return !guessed && missing.length === 0 && twice.length === 0
}

/** Which columns must be there and are not, and which stand twice, when a file's columns mean this. */
export const columnFaults = (
  kind: ImportKind,
  mode: ImportMode,
  meanings: ReadonlyArray<ColumnMeaning | null>,
): { readonly missing: ReadonlyArray<ColumnName>; readonly twice: ReadonlyArray<ColumnName> } => {
  const there = meanings.flatMap(columnsMeant)
  return {
    missing: requiredOf(columnsOf(kind, mode)).filter((name) => !there.includes(name)),
    twice: [...new Set(there.filter((name, at) => there.indexOf(name) !== at))],
  }
}

/** A full name is a first and a last name. */
const columnsMeant = (meaning: ColumnMeaning | null): ReadonlyArray<ColumnName> =>
  meaning === null ? [] : meaning === "fullName" ? ["firstName", "lastName"] : [meaning]

const overlap = (one: ColumnMeaning, other: ColumnMeaning): boolean =>
  columnsMeant(one).some((name) => columnsMeant(other).includes(name))
