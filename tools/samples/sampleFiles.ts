import { people, type Person } from "./people.ts"

/** A file to try imports with. */
export interface SampleFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const header = ["email", "firstName", "lastName", "phone"]
const cells = ({ email, firstName, lastName, phone }: Person) => [email, firstName, lastName, phone]

const csv = (rows: ReadonlyArray<ReadonlyArray<string>>, delimiter = ","): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
    )
    .join("\r\n") + "\r\n"

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text}`)

/** As Excel saves "CSV" in Swedish: semicolons, Windows-1252. Only letters of Latin-1 survive. */
const excelSwedish = (rows: ReadonlyArray<ReadonlyArray<string>>): Uint8Array =>
  Uint8Array.from(csv(rows, ";"), (letter) => letter.charCodeAt(0))

/** Ten mistakes in seven rows, and five rows without fault. */
const mistakes: ReadonlyArray<ReadonlyArray<string>> = [
  ["email", "firstName", "lastName", "username", "languageCode"],
  ["anna.lind@northvik.example", "Anna", "Lind", "anna.lind", "sv-SE"],
  ["no-address-at-all", "", "Berg", "", "sv-SE"],
  ["björn.ek@northvik.example", "Björn", "Ek", "", "sv-SE"],
  ["carla.sol@northvik.example", "Carla", "Sol", "carla", "sv-SE"],
  ["CARLA.SOL@northvik.example", "Carla", "Sol", "carla2", "sv-SE"],
  ["dora.holm@northvik.example", "Dora", "", "", "swedish!"],
  ["erik.dahl@", "Erik", "Dahl", "", "en-GB"],
  ["frida.ros@northvik.example", "Frida", `R${"o".repeat(120)}s`, "frida  ros", "sv-SE"],
  ["hilda.gran@northvik.example", "Hilda", "Gran", "hilda", "sv-SE"],
  ["ivar.sten@northvik.example", "Ivar", "Sten", "", "sv-SE"],
  ["jon.vik@northvik.example", "Jon", "Vik", "", "nb-NO"],
]

const access = ["email", "departmentId", "groupName"]
const departments = ["00101", "00102", "00111", "00112", "00121"]
const groups = ["Reader", "Editor"]

/** Every sample file; those of step 2 fit the sample platform's Northvik Municipality and `step-1-good.csv`. */
export const sampleFiles = (): ReadonlyArray<SampleFile> => [
  { name: "step-1-good.csv", bytes: utf8(csv([header, ...people(12).map(cells)])) },
  { name: "step-1-mistakes.csv", bytes: utf8(csv(mistakes)) },
  { name: "step-1-249-rows.csv", bytes: utf8(csv([header, ...people(249).map(cells)])) },
  { name: "step-1-250-rows.csv", bytes: utf8(csv([header, ...people(250).map(cells)])) },
  {
    name: "step-1-excel-swedish.csv",
    bytes: excelSwedish([
      ["E-post", "Förnamn", "Efternamn", "Telefon"],
      ["asa.oberg@northvik.example", "Åsa", "Öberg", "070-123 45 67"],
      ["goran.backstrom@northvik.example", "Göran", "Bäckström", "070-765 43 21"],
      ["andre.muller@northvik.example", "André", "Müller", ""],
    ]),
  },
  {
    name: "step-2-good.csv",
    bytes: utf8(
      csv([
        access,
        ...people(12).map(({ email }, at) => [email, departments[at % 5] ?? "", groups[at % 2] ?? ""]),
      ]),
    ),
  },
  {
    name: "step-2-mistakes.csv",
    bytes: utf8(
      csv([
        access,
        ["person.001@northvik.example", "00101", "Reader"],
        ["person.002@northvik.example", "101", "Reader"],
        ["person.003@northvik.example", "00102", "Raeder"],
        ["stranger@northvik.example", "00102", "Editor"],
      ]),
    ),
  },
]
