import type { ImportKind, ImportMode } from "../model/Import.ts"
import type { Column, ColumnName } from "./Column.ts"

/** What the example row of a file about nobody is known by. */
export const exampleId = "EXAMPLE"

const email: Column = {
  name: "email",
  required: true,
  maxLength: 254,
  identifies: true,
  synonyms: [
    "e-mail",
    "mail",
    "e-mail address",
    "e-post",
    "e-postadress",
    "epostadress",
    "mejl",
    "mejladress",
  ],
  example: "anna.example@example.invalid",
}

const platformUserColumns: ReadonlyArray<Column> = [
  email,
  {
    name: "firstName",
    required: true,
    maxLength: 100,
    identifies: false,
    synonyms: ["given name", "forename", "förnamn", "tilltalsnamn"],
    example: "Anna",
  },
  {
    name: "lastName",
    required: true,
    maxLength: 100,
    identifies: false,
    synonyms: ["surname", "family name", "efternamn"],
    example: "Example",
  },
  {
    name: "username",
    required: false,
    maxLength: 150,
    identifies: true,
    synonyms: ["login", "login name", "sign-in name", "användarnamn", "inloggningsnamn"],
    example: "anna.example",
  },
  {
    name: "phone",
    required: false,
    maxLength: 50,
    identifies: false,
    synonyms: ["telephone", "phone number", "phone regular", "telefon", "telefonnummer"],
    example: "+46 31 123 45 67",
  },
  {
    name: "mobilePhone",
    required: false,
    maxLength: 50,
    identifies: false,
    synonyms: ["mobile", "cell phone", "phone mobile", "mobil", "mobiltelefon", "mobilnummer"],
    example: "+46 70 123 45 67",
  },
  {
    name: "languageCode",
    required: false,
    maxLength: 35,
    identifies: true,
    synonyms: ["language", "locale", "språk", "språkkod"],
    example: "sv-SE",
  },
  {
    name: "externalId",
    required: false,
    maxLength: 100,
    identifies: true,
    synonyms: ["employee id", "employee number", "externt id", "anställningsnummer"],
    example: "HR-000123",
  },
]

const departmentId: Column = {
  name: "departmentId",
  required: true,
  maxLength: 100,
  identifies: true,
  synonyms: ["department", "avdelning", "avdelnings-id", "enhet", "enhets-id"],
  example: "00101",
}

const groupName: Column = {
  name: "groupName",
  required: true,
  maxLength: 100,
  identifies: true,
  synonyms: ["group", "permission group", "grupp", "gruppnamn", "behörighetsgrupp"],
  example: "Reader",
}

const databaseUserColumns: ReadonlyArray<Column> = [email, departmentId, groupName]

const departmentColumns: ReadonlyArray<Column> = [
  { ...departmentId, synonyms: [...departmentId.synonyms], example: exampleId },
  {
    name: "name",
    required: true,
    maxLength: 200,
    identifies: false,
    synonyms: ["department name", "namn", "avdelningsnamn", "enhetsnamn"],
    example: "Example department",
  },
  {
    name: "parentId",
    required: false,
    maxLength: 100,
    identifies: true,
    synonyms: ["parent", "parent department", "överordnad", "överordnad avdelning", "ligger under"],
    example: "",
  },
]

const permissionGroupColumns: ReadonlyArray<Column> = [
  { ...groupName, synonyms: [...groupName.synonyms, "name", "namn"], example: exampleId },
  {
    name: "description",
    required: false,
    maxLength: 1000,
    identifies: false,
    synonyms: ["beskrivning"],
    example: "Reads plans and reports",
  },
  {
    name: "permissions",
    required: false,
    maxLength: 20_000,
    identifies: false,
    synonyms: ["permission", "behörigheter", "behörighet"],
    example: "plan.read, report.read",
  },
]

const columns: Readonly<Record<ImportKind, ReadonlyArray<Column>>> = {
  "platform-users": platformUserColumns,
  "database-users": databaseUserColumns,
  departments: departmentColumns,
  "permission-groups": permissionGroupColumns,
}

/**
 * The columns of each kind of file, in the order of its template. A file that may change what is there needs none
 * but the first, which says whom or what: what it leaves out stays.
 */
export const columnsOf = (kind: ImportKind, mode: ImportMode = "create"): ReadonlyArray<Column> =>
  mode === "create" ? columns[kind] : columns[kind].map((column, at) => ({ ...column, required: at === 0 }))

/** The names of those that must be there. */
export const requiredOf = (columns: ReadonlyArray<Column>): ReadonlyArray<ColumnName> =>
  columns.filter(({ required }) => required).map(({ name }) => name)
