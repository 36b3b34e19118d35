import type { Random } from "../fuzz/Random.ts"
import type { MeantFile, MeantRow } from "./Journal.ts"

/** How many people any client may name. */
const sharedPeople = 400

/** What a database that access is given to is made of. */
export const places = {
  departments: ["d1", "d2", "d3"],
  groups: ["readers", "writers"],
} as const

/** Says people of whom nobody else says anything: `name` is one of a kind. */
export const ownPeople = (name: string, count: number, from = 0): ReadonlyArray<MeantRow> =>
  Array.from({ length: count }, (_, at) => ({
    row: from + at + 2,
    email: `${name}.${from + at}@own.example`,
    cells: [`Last ${from + at}`],
    as: "own",
  }))

/** Says people whom others may say as well, in any order, none twice. */
const somePeople = (random: Random, count: number, from: number): ReadonlyArray<MeantRow> => {
  const first = random.below(sharedPeople)
  const step = random.pick([1, 7, 399, 393])
  return Array.from({ length: count }, (_, at) => ({
    row: from + at + 2,
    email: `shared.${(first + at * step) % sharedPeople}@shared.example`,
    cells: [`Shared ${from + at}`],
    as: "shared",
  }))
}

const wrongPerson = (row: number): MeantRow => ({
  row,
  email: `nobody ${row}`,
  cells: [`Wrong ${row}`],
  as: "wrong",
})

/** A file of step 1 with this many people of its own. */
export const fileOfOwn = (name: string, count: number): MeantFile => ({
  name: `${name}.csv`,
  databaseId: null,
  invalidRows: "refuse",
  rows: ownPeople(name, count),
})

/** What undoing the import of a file is to do; it goes by the file's name and this. */
export const undoingOf = ({ name, rows, ...file }: MeantFile): MeantFile => ({
  ...file,
  name: undoingName(name),
  rows: rows.map((row) => ({ ...row, as: "undone" })),
})

export const undoingName = (name: string) => `${name}, undone`

/** A file of step 1 that names people whom others name too, and has wrong rows to be left out. */
export const fileOfShared = (random: Random, name: string): MeantFile => {
  const own = ownPeople(name, 10 + random.below(100))
  const shared = somePeople(random, 20 + random.below(80), own.length)
  const wrong = Array.from({ length: random.below(5) }, (_, at) =>
    wrongPerson(own.length + shared.length + at + 2),
  )
  return {
    name: `${name}.csv`,
    databaseId: null,
    invalidRows: "skip",
    rows: [...own, ...shared, ...wrong],
  }
}

/** A file of step 1 with one wrong row, and that row put right. */
export const fileToCorrect = (name: string, count: number) => {
  const rows = ownPeople(name, count)
  const at = Math.floor(count / 2)
  const right = rows[at] as MeantRow
  const file: MeantFile = {
    name: `${name}.csv`,
    databaseId: null,
    invalidRows: "refuse",
    rows: rows.with(at, { ...wrongPerson(right.row), cells: right.cells }),
  }
  return { file, right }
}

/** A file of step 1 with these people, whom others name too, each from another row on. */
export const fileOfSame = (name: string, round: number, count: number, from: number): MeantFile => ({
  name: `${name}.csv`,
  databaseId: null,
  invalidRows: "refuse",
  rows: Array.from({ length: count }, (_, at) => ({
    row: at + 2,
    email: `round.${round}.${(from + at) % count}@shared.example`,
    cells: [`Of ${name}`],
    as: "shared",
  })),
})

/** A file of step 2 that gives the people of another file access to one place, as others do. */
export const accessOfSame = (
  random: Random,
  name: string,
  databaseId: string,
  people: MeantFile,
): MeantFile => ({
  name: `${name}.csv`,
  databaseId,
  invalidRows: "refuse",
  rows: people.rows.map(({ row, email }) => ({
    row,
    email,
    cells: [random.pick(places.departments), random.pick(places.groups)],
    as: "shared",
  })),
})

/** A file of step 2 that gives these people access; with `isWrong`, one of its rows names no department. */
export const fileOfAccess = (
  random: Random,
  name: string,
  databaseId: string,
  emails: ReadonlyArray<string>,
  isWrong: boolean,
): MeantFile => {
  const wrong = isWrong ? random.below(emails.length) : -1
  return {
    name: `${name}.csv`,
    databaseId,
    invalidRows: "refuse",
    rows: emails.map((email, at) => ({
      row: at + 2,
      email,
      cells: [at === wrong ? "nowhere at all" : random.pick(places.departments), random.pick(places.groups)],
      as: at === wrong ? "wrong" : "own",
    })),
  }
}

/** The file as it is sent. */
export const textOf = ({ databaseId, rows }: MeantFile): string =>
  [
    databaseId === null ? "email,firstName,lastName" : "email,departmentId,groupName",
    ...rows.map(({ email, cells }) => [email, ...(databaseId === null ? ["First"] : []), ...cells].join(",")),
    "",
  ].join("\r\n")
