/** A person of a sample file. */
export interface Person {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly phone: string
}

const firstNames = [
  "Åsa",
  "Björn",
  "Çelik",
  "Dörte",
  "Elin",
  "Farid",
  "Göran",
  "Hanna",
  "Ida",
  "José",
  "Łukasz",
  "Maja",
  "Nguyễn",
  "Örjan",
  "Petra",
  "Zoë",
]
const lastNames = [
  "Ångström",
  "Bäckström",
  "Dahl",
  "Ek",
  "Fjällström",
  "Grön",
  "Håkansson",
  "Öberg",
  "O'Brien",
  "García",
  "Nilsson",
  "Müller",
  "Sjöö",
]

const pick = (names: ReadonlyArray<string>, at: number): string => names[at % names.length] ?? ""

/** The first `count` of an endless row of people, the same at every call; their addresses are all different. */
export const people = (count: number): ReadonlyArray<Person> =>
  Array.from({ length: count }, (_, at) => ({
    email: `person.${String(at + 1).padStart(3, "0")}@northvik.example`,
    firstName: pick(firstNames, at * 7),
    lastName: pick(lastNames, at * 5),
    phone: `+46 70 ${String(1_000_000 + at * 7919).slice(-7)}`,
  }))
