import { damageText, listed, offered, type IssueTexts } from "./IssueTexts.ts"
import { swedishOfRepairs } from "./swedishOfRepairs.ts"
import { swedishOfTextFiles } from "./swedishOfTextFiles.ts"
import { swedishOfWorkbooks } from "./swedishOfWorkbooks.ts"

const asCsv = "Spara tabellen som CSV UTF-8 i kalkylprogrammet och välj den filen."

/** Vad en fil av varje slag gör. */
const does: Readonly<Record<string, string>> = {
  "platform-users": "lägger till plattformsanvändare",
  "database-users": "ger åtkomst till en databas",
  departments: "gör avdelningar",
  "permission-groups": "gör behörighetsgrupper",
}

export const swedish: IssueTexts = {
  repairs: swedishOfRepairs,
  columns: {
    email: "E-post",
    firstName: "Förnamn",
    lastName: "Efternamn",
    username: "Användarnamn",
    phone: "Telefon",
    mobilePhone: "Mobiltelefon",
    languageCode: "Språkkod",
    externalId: "Externt id",
    departmentId: "Avdelnings-id",
    groupName: "Behörighetsgrupp",
    name: "Namn",
    parentId: "Ligger under",
    description: "Beskrivning",
    permissions: "Behörigheter",
  },
  issues: {
    ...swedishOfWorkbooks,
    "file.empty": () => ["Filen är tom.", "Hämta exempelfilen och fyll i den."],
    "file.no_rows": () => [
      "Filen har en rubrikrad men inga rader.",
      "Lägg till en rad per person under rubriken.",
    ],
    "file.too_many_rows": ({ details }) => [
      `Filen har ${details.found} rader; högst ${details.limit} är tillåtna.`,
      `Dela upp den i filer med högst ${details.limit} rader.`,
    ],
    "file.too_many_columns": ({ details }) => [
      `En rad har fler än ${details.limit} kolumner.`,
      "Ta bort kolumner som inte finns i exempelfilen.",
    ],
    "file.too_large": ({ details }) => [
      `Filen är större än ${details.limit} byte.`,
      "Ta bort kolumner som inte behövs, eller dela upp filen.",
    ],
    "file.encoding_unknown": () => ["Det går inte att avgöra filens teckenkodning.", asCsv],
    "file.encoding_guessed": (issue) => [
      `Filen är inte UTF-8; den lästes som Windows-1252: ${listed(issue, "sample")}.`,
      "Kontrollera att bokstäverna är rätt. Spara annars filen som CSV UTF-8 och välj den igen.",
    ],
    "file.wrong_template": ({ details }) => [
      `Den här filen ${does[String(details.found)]}; det som ska till här ${does[String(details.expected)]}.`,
      "Välj filen som gjorts av den här sidans exempelfil, eller gå till den andra importen.",
    ],
    "header.missing": (issue) => [
      issue.details.columns === undefined
        ? "Ingen rad namnger kolumnerna."
        : `Rubrikraden saknar ${listed(issue, "columns")}.`,
      `Namnge kolumnerna i första raden som i exempelfilen. Hittade: ${listed(issue, "found")}.`,
    ],
    "header.duplicate": (issue) => [
      `Flera kolumner betyder samma sak: ${listed(issue, "headers")}.`,
      "Behåll en av dem.",
    ],
    "header.forbidden": ({ column }) => [
      `En fil får inte sätta "${column}".`,
      "Ta bort kolumnen. Sådant sätts för hand av den som får.",
    ],
    "header.unknown": (issue) => [
      `Kolumnen "${issue.column}" är okänd och utelämnades.`,
      `Kända kolumner: ${listed(issue, "known")}.`,
    ],
    "header.not_used": (issue) => [`Kolumner som valts bort: ${listed(issue, "columns")}.`, null],
    "row.example": () => ["Det här är exempelraden; den utelämnas.", null],
    "row.missing_cells": ({ details }) => [
      `Raden har ${details.found} celler; rubriken har ${details.expected}.`,
      "Lägg till cellerna som saknas, eller avgränsarna mellan dem.",
    ],
    "row.extra_cells": ({ details }) => [
      `Raden har ${details.found} celler; rubriken har ${details.expected}.`,
      "Sätt text som innehåller avgränsaren inom citattecken.",
    ],
    "row.too_long": ({ details }) => [
      `Raden har ${details.found} tecken; högst ${details.limit} är tillåtna.`,
      "Korta cellerna, eller ta bort kolumner som inte behövs.",
    ],
    ...swedishOfTextFiles,
    "cell.required": (_, column) => [`${column} saknas.`, "Fyll i cellen."],
    "cell.too_long": ({ details }, column) => [
      `${column} har ${details.found} tecken; högst ${details.limit} är tillåtna.`,
      "Korta texten.",
    ],
    "cell.control_character": ({ details }, column) => [
      `${column} innehåller ett osynligt tecken eller styrtecken (${details.character}).`,
      "Skriv om texten; sådana tecken följer ofta med vid kopiering.",
    ],
    "cell.invalid_unicode": (_, column) => [
      `${column} innehåller ett skadat tecken.`,
      "Skriv om den skadade bokstaven och spara filen som CSV UTF-8.",
    ],
    "cell.digits_lost": ({ value }, column) => [
      `${column} är "${value}", som ett kalkylprogram visar i stället för ett långt tal; siffrorna som saknas är förlorade.`,
      "Skriv in hela numret, i en cell som är formaterad som text.",
    ],
    "cell.damaged": (issue, column) =>
      damageText(swedishOfRepairs, issue, column) ?? [`${column} ser skadad ut.`, null],
    "cell.repaired": ({ value, details }, column) => [
      details.from
        ? `${column} har lagats: "${details.from}" blev "${value}".`
        : `${column} var tom; en lagning fyllde i "${value}".`,
      null,
    ],
    "email.invalid": ({ value, details }) => [
      details.fault === "noAt"
        ? `"${value}" saknar @.`
        : details.fault === "domain"
          ? `Delen efter @ i "${value}" är inget domännamn.`
          : `"${value}" är ingen giltig e-postadress.`,
      "Skriv den som namn@foretag.se, en adress, utan namn eller parenteser.",
    ],
    "email.non_ascii_local": ({ value }) => [
      `"${value}" har en bokstav före @ som e-postadresser här inte får ha.`,
      "Använd a-z före @; se efter om en bokstav kommer från ett annat alfabet.",
    ],
    "email.suspicious_domain": ({ value }) => [
      `Domänen i "${value}" blandar bokstäver ur flera alfabet.`,
      "Kontrollera att det är rätt domän; skriv den annars på nytt.",
    ],
    "email.duplicate_in_file": (issue) => [
      `Samma e-postadress står också på rad ${listed(issue, "rows")}.`,
      "Behåll en rad per person.",
    ],
    "email.taken": ({ value }) => [
      `En plattformsanvändare med e-postadressen ${value} finns redan.`,
      "Inget att göra; personen förblir som hen är. Välj att importen ändrar dem som finns, om de ska ändras.",
    ],
    "username.invalid": () => [
      "Användarnamnet innehåller andra blanktecken än enkla mellanslag.",
      "Ta bort dem, eller lämna cellen tom så används e-postadressen.",
    ],
    "username.duplicate_in_file": (issue) => [
      `Samma användarnamn står också på rad ${listed(issue, "rows")}.`,
      "Välj ett annat användarnamn för en av dem.",
    ],
    "username.taken": ({ value }) => [
      `En plattformsanvändare med användarnamnet ${value} finns redan.`,
      "Är det någon annan, välj ett annat användarnamn.",
    ],
    "phone.invalid": (_, column) => [
      `${column} ser inte ut som ett telefonnummer.`,
      "Skriv siffror, med + för landet, till exempel +46 70 123 45 67.",
    ],
    "language_code.invalid": (issue) => [
      `"${issue.value}" är ingen språkkod.`,
      offered(issue) ? `Menade du ${offered(issue)}?` : "Skriv den som sv-SE eller en-GB.",
    ],
    "user.not_in_platform": ({ value }) => [
      `${value} finns inte i plattformen.`,
      "Kontrollera adressen, eller lägg till personen först: Plattformsadministration > Användare > Lägg till flera.",
    ],
    "user.inactive": ({ value }) => [
      `${value} är inaktiverad i plattformen.`,
      "Aktivera personen där, eller utelämna raden.",
    ],
    "user.deleted": ({ value }) => [
      `${value} tillhör en borttagen plattformsanvändare.`,
      "Återställ personen i plattformen, eller utelämna raden.",
    ],
    "user.above_own": ({ value }) => [
      `${value} har en plattformsroll över din; personen förblir som hen är.`,
      "Be någon med den rollen att ändra.",
    ],
    "department.unknown": (issue) => [
      `Databasen har ingen avdelning med id "${issue.value}".`,
      offered(issue)
        ? `Menade du ${offered(issue)}?`
        : "Använd ett id från avdelningslistan under databasens Administration.",
    ],
    "department.closed": ({ value, details }) => [
      `Avdelningen ${details.name} (${value}) är stängd.`,
      "Välj en som är öppen, eller öppna den under databasens Administration.",
    ],
    "group.unknown": (issue) => [
      `Databasen har ingen behörighetsgrupp som heter "${issue.value}".`,
      offered(issue)
        ? `Menade du ${offered(issue)}?`
        : "Använd ett namn från listan över behörighetsgrupper under databasens Administration.",
    ],
    "group.ambiguous": (issue) => [
      `Flera behörighetsgrupper heter ungefär "${issue.value}".`,
      `Skriv en av dem exakt: ${offered(issue)}.`,
    ],
    "group.not_grantable": ({ value }) => [
      `Du får inte tilldela behörighetsgruppen "${value}".`,
      "Välj en annan grupp, eller fråga någon som får tilldela den.",
    ],
    "department.taken": ({ value }) => [
      `Databasen har redan en avdelning med id "${value}"; den förblir som den är.`,
      "Välj för importen att den ska ändra avdelningar som finns, om det är meningen.",
    ],
    "department.duplicate_in_file": (issue) => [
      `Samma avdelning står också på rad ${listed(issue, "rows")}.`,
      "Behåll en rad för varje avdelning.",
    ],
    "department.parent_unknown": (issue) => [
      `Ingen avdelning har id "${issue.value}", varken i filen eller i databasen.`,
      offered(issue) ? `Menade du ${offered(issue)}?` : "Lägg till den i filen, eller lämna cellen tom.",
    ],
    "department.circle": ({ value }) => [
      `Avdelningen skulle ligga under sig själv, genom "${value}".`,
      "Ange en annan avdelning som den ska ligga under.",
    ],
    "group.taken": ({ value }) => [
      `Databasen har redan en behörighetsgrupp som heter "${value}"; den förblir som den är.`,
      "Välj för importen att den ska ändra grupper som finns, om det är meningen.",
    ],
    "group.duplicate_in_file": (issue) => [
      `Samma behörighetsgrupp står också på rad ${listed(issue, "rows")}.`,
      "Behåll en rad för varje grupp.",
    ],
    "permission.unknown": (issue) => [
      `Produkten har inte registrerat någon behörighet som heter ${listed(issue, "names")}.`,
      listed(issue, "near")
        ? `Menade du ${listed(issue, "near")}?`
        : "Använd namn bland de behörigheter som produkten har registrerat.",
    ],
    "import.not_permitted": () => [
      "Den som importerar får inte lägga till eller ändra det här.",
      "Be en administratör som får att köra importen, eller att ge rätten.",
    ],
    "import.set_aside": ({ details }) => [
      `Muster stannade ${details.tries} gånger medan den arbetade med importen, och har lagt den åt sidan.`,
      "Ladda upp raderna som är kvar en gång till. Läggs även de åt sidan, ladda upp dem i halvor för att hitta raden som orsakar det, och berätta för den som driver Muster.",
    ],
    "access.already_granted": () => ["Personen har redan den här åtkomsten.", null],
    "access.differs": ({ details }) => [
      `Personen har annan åtkomst här: avdelning ${details.departmentId}, grupp ${details.groupName}.`,
      "Inget ändras. Välj att importen ändrar åtkomst som finns, eller ändra för hand.",
    ],
    "access.not_there": ({ value }) => [
      `${value} har ingen åtkomst till databasen som kan ändras.`,
      "Kontrollera adressen, eller låt importen ge åtkomst också.",
    ],
    "access.above_own": ({ value }) => [
      `${value} administrerar databasen; det får du inte ändra.`,
      "Utelämna raden, eller be någon som administrerar databasen.",
    ],
    "access.duplicate_in_file": (issue) => [
      `Samma person står också på rad ${listed(issue, "rows")}.`,
      "Behåll en rad; en person har en plats i en databas.",
    ],
    "undo.already_undone": () => ["Det finns inget kvar av den att ångra.", null],
    "undo.changed_since": ({ value }) => [
      `${value} har ändrats sedan importen och förblir som nu.`,
      "Om det ska vara på annat sätt, ändra det för hand.",
    ],
    "undo.field_changed_since": (_, column) => [
      `${column} har ändrats sedan importen och förblir som nu.`,
      null,
    ],
    "undo.has_access": ({ value, details }) => [
      `${value} har numera åtkomst till en databas (${details.databases}) och blir kvar.`,
      "Ta först bort åtkomsten, eller ångra importen som gav den.",
    ],
    "undo.signs_in": ({ value }) => [
      `${value} kan numera logga in och blir kvar.`,
      "Om personen ska bort, inaktivera eller ta bort den på dess sida.",
    ],
  },
}
