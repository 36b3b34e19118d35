import type { Answered, Asked, Entry, MeantFile, MeantRow, ToldState } from "../Journal.ts"

/** What a client wished of one file: the file, what was asked about it, and what was answered. */
export interface Wish {
  readonly file: MeantFile
  readonly asked: ReadonlyArray<Asked>
  readonly answers: ReadonlyArray<Answered & { readonly act: Asked["act"] }>
  /** The rows as they are to be, corrections included that were granted, and those of which it is not known. */
  readonly rows: ReadonlyMap<number, ReadonlyArray<MeantRow>>
}

/** The wishes of a journal by the name of their file. */
export const wishesOf = (journal: ReadonlyArray<Entry>): ReadonlyMap<string, Wish> => {
  const asked = journal.filter((entry) => entry.is === "asked")
  const about = new Map(asked.map((one) => [one.operation, one]))
  const answersOf = Map.groupBy(
    journal.filter((entry) => entry.is === "answered"),
    ({ operation }) => about.get(operation)?.file ?? "",
  )
  const askedOf = Map.groupBy(asked, ({ file }) => file)
  return new Map(
    asked.flatMap(({ meant }) => {
      if (meant === undefined) return []
      const answers = (answersOf.get(meant.name) ?? []).map((answer) => ({
        ...answer,
        act: about.get(answer.operation)?.act ?? "read",
      }))
      const wishes = askedOf.get(meant.name) ?? []
      return [[meant.name, { file: meant, asked: wishes, answers, rows: rowsMeant(meant, wishes, answers) }]]
    }),
  )
}

const rowsMeant = (
  { rows }: MeantFile,
  asked: ReadonlyArray<Asked>,
  answers: Wish["answers"],
): Wish["rows"] => {
  const meant = new Map(rows.map((row) => [row.row, [row] as ReadonlyArray<MeantRow>]))
  for (const { corrected, operation } of asked) {
    if (corrected === undefined) continue
    const granted = answers.some((answer) => answer.operation === operation && answer.status === 200)
    meant.set(corrected.row, granted ? [corrected] : [...(meant.get(corrected.row) ?? []), corrected])
  }
  return meant
}

/** What clients were told of an import, in order. */
export const toldOf = ({ answers }: Wish): ReadonlyArray<ToldState> =>
  answers.flatMap(({ told }) => (told === null ? [] : [told]))
