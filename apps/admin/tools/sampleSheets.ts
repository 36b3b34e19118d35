const header = "email,firstName,lastName,username,phone"

const firstNames = [
  "Anna",
  "Erik",
  "Maja",
  "Nils",
  "Sara",
  "Omar",
  "Elsa",
  "Ivar",
  "Lena",
  "Johan",
  "Åsa",
  "Noor",
]
const lastNames = ["Berg", "Lindqvist", "Öberg", "Hassan", "Nyström", "Sand", "Dahl", "Ek", "Holm", "Åkesson"]

const pick = (from: ReadonlyArray<string>, at: number): string => from[at % from.length] ?? ""
const ascii = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase()

/** The address of a made-up person. */
export const emailOf = (at: number): string =>
  `${ascii(pick(firstNames, at))}.${ascii(pick(lastNames, at * 7 + Math.floor(at / 12)))}${at}@northvik.example`

const personRow = (at: number): string =>
  [
    emailOf(at),
    pick(firstNames, at),
    pick(lastNames, at * 7 + Math.floor(at / 12)),
    `user${at}`,
    `+46 70 ${String(1000000 + at * 7919).slice(0, 7)}`,
  ].join(",")

/** A step 1 file of people in whom nothing is wrong. */
export const goodSheet = (count: number, from = 0): string =>
  [header, ...Array.from({ length: count }, (_, at) => personRow(from + at))].join("\r\n")

/** A step 1 file with one mistake of most kinds, an extra column, and some people who are right. */
export const faultySheet = (from: number): string =>
  [
    `${header},Shoe size`,
    `${personRow(from)},41`,
    `${personRow(from + 1).replace("@", " at ")},38`,
    `${personRow(from + 2).replace(",Maja,", ",,")},40`,
    `${personRow(from)},44`,
    `${personRow(0)},39`,
    `${personRow(from + 3).replace("+46 70", "call me")},36`,
    `${personRow(from + 4).replace("northvik.example", "northvik")},42`,
    `${personRow(from + 5)},45`,
    `${personRow(from + 6).replace("user", "us\ter")},37`,
    `jörgen@northvik.example,Jörgen,Sand,jorgen,,43`,
    `${personRow(from + 7)},46`,
    `${personRow(from + 8)},40`,
  ].join("\r\n")

/** A step 2 file for people of `goodSheet`: unknown departments and groups, and a person nobody knows. */
export const accessSheet = (count: number): string =>
  [
    "email,departmentId,groupName",
    ...Array.from({ length: count }, (_, at) =>
      [
        at === 3 ? "nobody@northvik.example" : emailOf(at),
        at < 3 || at === 5 ? "101" : "00101",
        at === 4 ? "Reeder" : "Reader",
      ].join(","),
    ),
  ].join("\r\n")
