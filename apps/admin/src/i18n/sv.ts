import type { Catalogue } from "./en.ts"
import { formatNumber } from "./format.ts"
import { svIssueNames } from "./svIssueNames.ts"

/** Ett tal med sitt substantiv. */
const n = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`
const rows = (count: number) => n(count, "rad", "rader")
const users = (count: number) => n(count, "användare", "användare")
const people = (count: number) => n(count, "person", "personer")

export const sv: Catalogue = {
  cancel: "Avbryt",
  loading: "Läser in",
  list: { more: "Visa fler" },
  shell: {
    skip: "Hoppa till innehållet",
    home: "Muster, startsidan",
    menu: "Huvudmeny",
    openMenu: "Öppna menyn",
    closeMenu: "Stäng menyn",
    crumbs: "Här är du",
    platform: "Plattformsadministration",
    databases: "Databaser",
    noDatabases: "Inga databaser än",
    allDatabases: "Alla databaser",
    administration: "Administration",
    administrationOf: (name) => `Administration av ${name}`,
    users: "Användare",
    imports: "Importer",
    departments: "Avdelningar",
    permissionGroups: "Behörighetsgrupper",
    language: "Språk",
    theme: "Utseende",
    themes: { system: "Som systemet", light: "Ljust", dark: "Mörkt" },
  },
  failure: {
    retry: "Försök igen",
    page: "Sidan kunde inte visas",
    unreachable: "Servern kan inte nås",
    unreachableHint:
      "Kontrollera anslutningen. Inget du har skrivit här går förlorat; försök igen om en stund.",
    busy: "Servern är upptagen eller håller på att starta",
    busyHint: "Det går oftast över inom en minut. Försök igen om en stund.",
    refused: "Servern avvisade det",
    unexpected: "Något oväntat hände",
    unexpectedHint: "Försök igen. Händer det på nytt, ladda om sidan.",
  },
  notFound: {
    title: "Sidan finns inte",
    text: "Det finns inget på den här adressen",
    hint: "Den kan vara felskriven, eller så är det som fanns här borta.",
    home: "Gå till användarna",
  },
  column: {
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
  },
  issue: svIssueNames,
  severity: { error: "Fel", conflict: "Finns redan", warning: "Varning", info: "Upplysning" },
  state: {
    validating: "Kontrolleras",
    refused: "Behöver rättas",
    ready: "Klar att köra",
    running: "Körs",
    completed: "Slutförd",
    failed: "Misslyckad",
    cancelled: "Avbruten",
  },
  status: {
    valid: "Klar",
    invalid: "Att rätta",
    conflict: "Finns redan",
    skipped: "Utelämnad",
    created: "Skapad",
    unchanged: "Oförändrad",
    failed: "Inte gjord",
    unprocessed: "Inte nådd",
  },
  userStatus: { active: "Aktiv", inactive: "Inaktiverad", deleted: "Borttagen" },
  role: {
    none: "Ingen",
    userProvisioner: "Användarregistrerare",
    userAdministrator: "Användaradministratör",
    superAdministrator: "Superadministratör",
  },
  users: {
    title: "Användare",
    lead: "Alla som plattformen känner till, med eller utan åtkomst till en databas.",
    more: "Fler åtgärder för användare",
    addMultiple: "Lägg till flera",
    addMultipleDetail: "Från en fil, med varje problem förklarat",
    history: "Importer",
    historyDetail: "Vad som lagts till förut, och av vem",
    search: "Sök namn, e-post eller användarnamn",
    name: "Namn",
    status: "Status",
    role: "Plattformsroll",
    database: "Åtkomst",
    anyStatus: "Alla statusar",
    anyRole: "Alla roller",
    anyDatabase: "Med eller utan åtkomst",
    noDatabase: "I ingen databas",
    clear: "Rensa filter",
    none: "Ingen stämmer in",
    noneHint: "Pröva färre bokstäver, eller rensa filtren.",
    empty: "Det finns inga användare än",
    emptyHint: "Lägg till personer från ett kalkylark. Varje problem visas innan något skapas.",
    shown: (count) => users(count),
    shownOfMore: (count) => `De första ${users(count)}`,
  },
  sample: {
    title: "En tom plattform",
    text: "Börja med en exempelplattform: två påhittade databaser med avdelningar och behörighetsgrupper att pröva importer med. Eller börja med dina egna personer direkt.",
    start: "Börja med en exempelplattform",
    busy: "Skapar exempelplattformen",
    done: "Exempelplattformen är klar.",
  },
  databases: {
    title: "Databaser",
    lead: "Kundernas databaser på plattformen.",
    search: "Sök databaser",
    shown: (count) => n(count, "databas", "databaser"),
    none: "Ingen databas med det namnet",
  },
  accesses: {
    title: "Användare",
    lead: "Personerna med åtkomst till databasen.",
    import: "Importera användare",
    empty: "Ingen har åtkomst än",
    emptyHint:
      "Importera användare som redan finns i plattformen: e-post, avdelning och behörighetsgrupp i en fil.",
    department: "Avdelning",
  },
  departments: {
    title: "Avdelningar",
    lead: "Databasens organisation. En import anger en avdelning med dess id.",
    name: "Namn",
    shown: (count) => n(count, "avdelning", "avdelningar"),
    level: (level) => `Nivå ${level}: `,
    empty: "Inga avdelningar",
    emptyHint: "Ingen kan få åtkomst innan det finns en avdelning.",
  },
  groupsPage: {
    title: "Behörighetsgrupper",
    lead: "Vad personer får göra i databasen. En import anger en grupp med dess namn.",
    description: "Beskrivning",
    permissions: "Behörigheter",
    shown: (count) => n(count, "behörighetsgrupp", "behörighetsgrupper"),
    empty: "Inga behörighetsgrupper",
    emptyHint: "Ingen kan få åtkomst innan det finns en behörighetsgrupp.",
  },
  imports: {
    title: "Importer",
    lead: {
      "platform-users": "Filer som lagt till användare i plattformen, de nyaste först.",
      "database-users": "Filer som gett personer åtkomst till databasen, de nyaste först.",
    },
    start: { "platform-users": "Lägg till flera användare", "database-users": "Importera användare" },
    empty: "Inga importer än",
    emptyHint: {
      "platform-users": "Varje fil du tar in visas här, med vad som hände med varje rad.",
      "database-users": "Varje fil du tar in visas här, med vad som hände med varje rad.",
    },
    file: "Fil",
    when: "Startad",
    state: "Läge",
    rows: "Rader",
    created: "Skapade",
    notDone: "Inte gjorda",
    by: "Av",
  },
  steps: {
    label: "Importens steg",
    example: "Exempelfil",
    choose: "Välj indatafil",
    validate: "Kontrollera",
    import: "Importera",
    result: "Resultat",
    done: "(klart)",
  },
  newImport: {
    title: { "platform-users": "Lägg till flera användare", "database-users": "Importera användare" },
    lead: {
      "platform-users":
        "Lägg till personer i plattformen från en fil. Inget skapas innan du har sett varje problem och sagt ja.",
      "database-users":
        "Ge personer som finns i plattformen åtkomst till databasen. Alla rader måste vara rätt: en enda felaktig rad, och ingen får åtkomst.",
    },
  },
  example: {
    title: "Exempelfil",
    text: {
      "platform-users": "En fil med rätt kolumner och en exempelrad. Byt ut raden mot dina egna personer.",
      "database-users":
        "En fil med kolumnerna e-post, avdelnings-id och behörighetsgrupp. Byt ut exempelraden mot dina egna personer.",
    },
    separator: "Avgränsare",
    comma: "Komma",
    semicolon: "Semikolon",
    download: "Hämta exempelfil",
    hint: "Excel på svenska öppnar filer med semikolon så att varje fält hamnar i en egen cell. Båda sorterna kan importeras.",
  },
  file: {
    title: "Välj indatafil",
    text: {
      "platform-users":
        "E-post, förnamn och efternamn krävs. Kolumnerna får stå i vilken ordning som helst; de du inte behöver kan utelämnas.",
      "database-users":
        "E-post, avdelnings-id och behörighetsgrupp krävs. Kolumnerna får stå i vilken ordning som helst.",
    },
    choose: "Välj indatafil",
    another: "Välj en annan fil",
    drop: "eller släpp den här",
    limits: (maxRows, size) => `CSV, högst ${rows(maxRows)} under rubriken och ${size}.`,
    kinds: "CSV med komma, semikolon eller tabb.",
    facts: (size, changed) => `${size}, senast ändrad ${changed}`,
    onlyOne: "Släpp en fil i taget.",
    validate: "Kontrollera fil",
    sending: "Skickar och kontrollerar filen",
    missing: "Välj en fil först.",
    changed: "Filen har ändrats sedan den valdes",
    changedHint: "Välj den en gång till, så att det som kontrolleras är det du ser.",
  },
  refused: {
    title: (name) => `${name} kunde inte läsas`,
    hint: "Inget har sparats. Rätta detta i filen, spara den och välj den igen:",
    row: (row) => `Rad ${row}:`,
  },
  import: {
    title: "Import",
    rows: (count) => rows(count),
    at: (moment) => `startad ${moment}`,
    cancel: "Avbryt importen",
  },
  validating: {
    title: "Kontrollerar filen",
    progress: "Går igenom varje rad; inget ändras",
  },
  running: {
    "platform-users": "Skapar användare",
    "database-users": "Ger åtkomst",
    progress: "Importen körs",
    leave: "Du kan lämna sidan. Importen fortsätter, och den här adressen visar hur det gick.",
  },
  progress: { rows: (done, total) => `${formatNumber(done)} av ${rows(total)}` },
  cancelDialog: {
    title: "Avbryta importen?",
    confirm: "Avbryt importen",
    back: "Gå tillbaka",
    before: "Inget har skapats, och inget kommer att skapas. För att börja om väljer du en fil på nytt.",
    "platform-users": "Användare som har skapats finns kvar. Resten av filen importeras inte.",
    "database-users": "Antingen har alla i filen då fått åtkomst, eller ingen.",
  },
  validation: {
    refused: (invalid, all) => `${formatNumber(invalid)} av ${rows(all)} måste rättas`,
    refusedHint: {
      "platform-users":
        "Rätta cellerna här, eller i din fil och välj den igen. Rader som är rätt väntar så länge; inget har skapats.",
      "database-users":
        "En enda felaktig rad stoppar hela filen, så att ingen får fel åtkomst. Ingen åtkomst har getts. Rätta cellerna här, eller i din fil och välj den igen.",
    },
    ready: {
      "platform-users": (count) => `${users(count)} kan skapas`,
      "database-users": (count) => `${people(count)} kan få åtkomst`,
    },
    nobody: {
      "platform-users": "Det finns ingen att skapa",
      "database-users": "Det finns ingen att ge åtkomst",
    },
    conflict: {
      "platform-users": (count) =>
        count === 1 ? "1 rad gäller någon som redan finns" : `${rows(count)} gäller personer som redan finns`,
      "database-users": (count) => `${people(count)} har annan åtkomst här`,
    },
    conflictHint: {
      "platform-users":
        "De stoppar inte importen: personerna förblir som de är, och raderna hamnar i felfilen.",
      "database-users":
        "De stoppar inte importen: den åtkomst de har lämnas orörd och rapporteras. Ändra den för hand om den ska vara en annan.",
    },
    stopped: "Importen stoppades innan någon fick åtkomst",
    stoppedHint:
      "Något ändrades efter att filen kontrollerades, till exempel en avdelning som är borta. Se över raderna igen.",
    download: "Hämta alla rader med problem",
    another: "Välj en annan fil",
  },
  filters: {
    label: "Rader att visa",
    all: "Alla rader",
    invalid: "Att rätta",
    conflict: "Finns redan",
    otherAccess: "Har annan åtkomst",
    remarks: "Med anmärkning",
    valid: "Klara",
    skipped: "Utelämnade",
  },
  groups: {
    label: "Problem att visa",
    rows: (count) => (count === 1 ? "rad" : "rader"),
    value: (value) => `”${value}”`,
    more: (count) => `${formatNumber(count)} problem till`,
    fewer: "Färre problem",
  },
  rows: {
    search: "Sök en person eller en rad",
    next: "Nästa problem",
    shown: (count) => `${rows(count)} visas`,
    notFound: "Ingen rad innehåller det",
    none: {
      all: "Filen har inga rader",
      invalid: "Inget kvar att rätta",
      conflict: "Ingen finns redan",
      remarks: "Inga anmärkningar",
      valid: "Inga rader är klara än",
      skipped: "Inga rader är utelämnade",
    },
    showAll: "Visa alla rader",
    issuesCaption: "Rader med det som hittades i dem",
    caption: "Filens rader",
  },
  table: {
    row: "Rad",
    person: "Person",
    cell: "Cell",
    issue: "Vad som är fel, och vad du gör åt det",
    status: "Status",
    wholeRow: "Hela raden",
    noEmail: "Ingen e-post",
  },
  row: {
    numbered: (row) => `rad ${row}`,
    edit: "Redigera",
    editing: (row) => `Celler på rad ${row}`,
    save: "Spara rad",
    leaveOut: "Utelämna",
    takeIn: "Ta med igen",
    checking: "Kontrollerar",
    right: (row, left) =>
      left === 0
        ? `Rad ${row} är klar. Inget kvar att rätta.`
        : `Rad ${row} är klar. ${rows(left)} kvar att rätta.`,
    stillWrong: (row, message) => `Rad ${row}: ${message}`,
  },
  cell: {
    blank: "tom",
    save: (column) => `Spara ${column}`,
    revert: (column) => `Ta tillbaka ändringen av ${column}`,
    use: (value) => `Använd ${value}`,
  },
  replace: {
    title: (count, column, value) => `${rows(count)} har ”${value}” som ${column}. Ersätt det i alla:`,
    text: (column) => `Nytt värde för ${column}`,
    placeholder: "Något annat",
    submit: "Ersätt i alla",
    under: "Ersätter",
    done: (left) => `Ersatt. ${rows(left)} kvar att rätta.`,
  },
  run: {
    checking: "Kontrollerar det du ändrade",
    unsaved: (count) => `${n(count, "rättelse är", "rättelser är")} inte sparade än`,
    refused: {
      "platform-users": (count) => `${rows(count)} måste rättas eller utelämnas innan användare kan skapas`,
      "database-users": (count) => `${rows(count)} måste rättas eller utelämnas innan någon får åtkomst`,
    },
    ready: "Klar att köra",
    skip: (count) => `Utelämna ${rows(count)} som måste rättas`,
    nobody: "Avsluta",
    nobodyTitle: "Avsluta utan att skapa något?",
    submit: {
      "platform-users": (count) => `Skapa ${users(count)}`,
      "database-users": (count) => `Ge ${people(count)} åtkomst`,
    },
    title: {
      "platform-users": (count) => `Skapa ${users(count)}?`,
      "database-users": (count) => `Ge ${people(count)} åtkomst?`,
    },
    will: {
      "platform-users": (count) => `${users(count)} skapas. De har ännu ingen åtkomst till någon databas.`,
      "database-users": (count) =>
        `${people(count)} får den åtkomst som filen anger; de som redan har den förblir oförändrade.`,
    },
    conflict: {
      "platform-users": (count) => `${people(count)} finns redan och förblir som de är.`,
      "database-users": (count) => `${people(count)} med annan åtkomst lämnas orörda.`,
    },
    invalid: (count) => `${rows(count)} med fel utelämnas.`,
    skipped: (count) => `${rows(count)} är utelämnade, av dig eller som exempel.`,
  },
  result: {
    completed: {
      "platform-users": (count) => (count === 0 ? "Inga användare skapades" : `${users(count)} skapade`),
      "database-users": (count) => (count === 0 ? "Ingen fick ny åtkomst" : `${people(count)} fick åtkomst`),
    },
    cancelled: (count) =>
      count === 0
        ? "Importen avbröts; inget skapades"
        : `Importen avbröts efter ${formatNumber(count)} skapade`,
    failed: (count) => `Importen stannade; ${formatNumber(count)} skapade`,
    hint: {
      "platform-users": {
        done: "De finns nu i plattformen, men har ännu ingen åtkomst till någon databas.",
        stopped: "Rader som inte nåddes kan importeras igen: hämta rapporten, eller välj filen på nytt.",
      },
      "database-users": {
        done: "Ytterligare behörigheter ges för hand på varje användares sida.",
        stopped: "Ingen fick åtkomst genom den här importen.",
      },
    },
    created: { "platform-users": "Skapade", "database-users": "Fick åtkomst" },
    giveAccess: "Fortsätt: ge åtkomst till en databas",
    errorFile: "Hämta felfil",
    report: "Hämta alla rader",
    another: { "platform-users": "Lägg till fler användare", "database-users": "Importera en fil till" },
    users: { "platform-users": "Se användarna", "database-users": "Se användarna" },
    notDone: (count) => `${rows(count)} som inte gjordes, och varför`,
    notDoneHint: {
      "platform-users":
        "Felfilen har dessa rader som de kom, med skälen sist. Rätta den och lägg till den som den är.",
      "database-users":
        "Felfilen har dessa rader som de kom, med skälen sist. Rätta den och importera den som den är.",
    },
    caption: "Rader som inte gjordes",
  },
  giveAccess: {
    title: "Ge åtkomst till en databas",
    lead: "De som just skapades får en plats i en databas. Du ser vad det blir innan någon får åtkomst.",
    place: "Plats i databasen",
    database: "Databas",
    department: "Avdelning",
    group: "Behörighetsgrupp",
    choose: "Välj",
    databaseFirst: "Välj en databas först",
    required: "Välj en.",
    people: "Personer",
    peopleHint: "Alla här får samma plats. Utelämna några och kom tillbaka för att ge dem en annan.",
    all: "Alla i listan",
    chosen: (chosen, all) => `${formatNumber(chosen)} av ${people(all)} valda`,
    nobody: "Den här importen skapade ingen",
    nobodyHint: "Bara personer som importen skapade kan tas med här.",
    nobodyChosen: "Välj minst en person.",
    fileName: (name) => `${name}-atkomst.csv`,
    submit: (count) => `Kontrollera åtkomst för ${people(count)}`,
  },
}
