import { enIssueNames } from "./enIssueNames.ts"
import { formatNumber } from "./format.ts"

/** A number with its noun. */
const n = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`
const rows = (count: number) => n(count, "row", "rows")
const users = (count: number) => n(count, "user", "users")
const people = (count: number) => n(count, "person", "people")

export const en = {
  cancel: "Cancel",
  loading: "Loading",
  list: { more: "Show more" },
  signIn: {
    title: "Sign in",
    lead: "With the e-mail or the username that the platform knows you by.",
    identifier: "E-mail or username",
    password: "Password",
    submit: "Sign in",
    busy: "Signing in",
  },
  setUp: {
    title: "Make the first administrator",
    lead: "You become super administrator of this platform. The link works once.",
    passwordHint: (least: number) =>
      `At least ${least} characters of any kind. A sentence is easy to remember.`,
    submit: "Begin",
  },
  choosePassword: {
    title: "Choose a password",
    lead: "With it you sign in from now on. The link works once.",
    submit: "Keep the password",
  },
  forgotten: {
    title: "Forgotten your password?",
    lead: "A link to choose a new one is sent to the address that the platform knows.",
    submit: "Send the link",
    sent: "If there is such a user, a mail is on its way",
    sentHint: "Its link works once, within a day. Look among unwanted mail too.",
    back: "Back to signing in",
  },
  invitations: {
    title: "Invitations",
    none: "Nobody has been invited yet. People need an invitation to choose a password and sign in.",
    some: (invited: number, created: number) => `${formatNumber(invited)} of ${people(created)} invited`,
    invite: (count: number) => `Invite ${people(count)} by e-mail`,
    waiting: (count: number) => `${formatNumber(count)} waiting to be sent`,
    delivered: (count: number) => `${formatNumber(count)} delivered`,
    bounced: (count: number) => `${formatNumber(count)} refused by the mail server`,
    accepted: (count: number) => `${formatNumber(count)} accepted`,
  },
  account: { title: "Your account", signOut: "Sign out" },
  actor: {
    you: "You",
    key: "An API key",
    installation: "Unattended installation",
    somebody: "Somebody else",
  },
  keyScope: {
    read: "Read",
    validate: "Read, and validate imports",
    run: "All that you may yourself",
  },
  apiKeys: {
    title: "API keys",
    lead: "For services that act in your name. A key can do what you can at that moment, within its scope, and never make keys.",
    new: "New API key",
    name: "What it is for",
    scope: "What it may do",
    where: "Where",
    everywhere: "Wherever you may",
    days: "Valid for days",
    make: "Make the key",
    made: "The key is made",
    once: "Copy it now: it is shown this once. It goes into the Authorization header, after Bearer.",
    expires: "Valid until",
    used: "Last used",
    never: "Never",
    revoke: "Revoke",
    revoked: "The key is revoked.",
    revokeTitle: "Revoke the key?",
    revokeText: (name: string) => `Services that use "${name}" lose their access at once.`,
    empty: "You have no API keys",
  },
  shell: {
    name: "Muster",
    skip: "Skip to the content",
    home: "Muster, start page",
    menu: "Main menu",
    openMenu: "Open the menu",
    closeMenu: "Close the menu",
    crumbs: "Where you are",
    platform: "Platform administration",
    databases: "Databases",
    noDatabases: "No databases yet",
    allDatabases: "All databases",
    administration: "Administration",
    administrationOf: (name: string) => `Administration of ${name}`,
    users: "Users",
    imports: "Imports",
    departments: "Departments",
    permissionGroups: "Permission groups",
    language: "Language",
    theme: "Appearance",
    themes: { system: "System", light: "Light", dark: "Dark" },
  },
  failure: {
    retry: "Try again",
    page: "This page could not be shown",
    unreachable: "The server cannot be reached",
    unreachableHint: "Check your connection. Nothing you have entered here is lost; try again in a moment.",
    busy: "The server is busy or starting",
    busyHint: "It usually passes within a minute. Try again in a moment.",
    refused: "The server refused",
    unexpected: "Something unexpected happened",
    unexpectedHint: "Try again. If it happens again, reload the page.",
  },
  notFound: {
    title: "Page not found",
    text: "There is nothing at this address",
    hint: "It may have been mistyped, or what was here is gone.",
    home: "Go to the users",
  },
  column: {
    email: "E-mail",
    firstName: "First name",
    lastName: "Last name",
    username: "Username",
    phone: "Phone",
    mobilePhone: "Mobile phone",
    languageCode: "Language code",
    externalId: "External id",
    departmentId: "Department id",
    groupName: "Permission group",
  },
  issue: enIssueNames,
  severity: { error: "Error", conflict: "Already there", warning: "Warning", info: "Note" },
  state: {
    validating: "Validating",
    refused: "Needs correction",
    ready: "Ready to run",
    running: "Running",
    completed: "Completed",
    failed: "Failed",
    cancelled: "Cancelled",
  },
  status: {
    valid: "Ready",
    invalid: "To correct",
    conflict: "Already there",
    skipped: "Left out",
    created: "Created",
    unchanged: "Unchanged",
    failed: "Not done",
    unprocessed: "Not reached",
  },
  userStatus: { active: "Active", inactive: "Deactivated", deleted: "Deleted" },
  role: {
    none: "None",
    userProvisioner: "User provisioner",
    userAdministrator: "User administrator",
    superAdministrator: "Super administrator",
  },
  users: {
    title: "Users",
    lead: "Everybody the platform knows, with or without access to a database.",
    more: "More actions for users",
    addMultiple: "Add multiple",
    addMultipleDetail: "From a file, with every problem explained",
    history: "Imports",
    historyDetail: "What was added before, and by whom",
    search: "Search name, e-mail or username",
    name: "Name",
    status: "Status",
    role: "Platform role",
    database: "Access",
    anyStatus: "Any status",
    anyRole: "Any role",
    anyDatabase: "With or without access",
    noDatabase: "In no database",
    clear: "Clear filters",
    none: "Nobody matches",
    noneHint: "Try fewer letters, or clear the filters.",
    empty: "There are no users yet",
    emptyHint: "Add your people from a spreadsheet. Every problem is shown before anything is created.",
    shown: (count: number) => users(count),
    shownOfMore: (count: number) => `The first ${users(count)}`,
  },
  sample: {
    title: "An empty platform",
    text: "Start with a sample platform: two made-up databases with departments and permission groups, to try imports with. Or begin with your own people at once.",
    start: "Start with a sample platform",
    busy: "Making the sample platform",
    done: "The sample platform is ready.",
  },
  databases: {
    noRight: "You have no right in any database",
    noRightHint: "Ask a user administrator of the platform, or the administrator of the database you need.",
    title: "Databases",
    lead: "The customers' databases on this platform.",
    search: "Search databases",
    shown: (count: number) => n(count, "database", "databases"),
    none: "No database by that name",
  },
  accesses: {
    title: "Users",
    lead: "The people with access to this database.",
    import: "Import users",
    empty: "Nobody has access yet",
    emptyHint:
      "Import users who are already in the platform: e-mail, department and permission group in a file.",
    department: "Department",
  },
  departments: {
    title: "Departments",
    lead: "The organisation of this database. An import names a department by its id.",
    name: "Name",
    shown: (count: number) => n(count, "department", "departments"),
    level: (level: number) => `Level ${level}: `,
    empty: "No departments",
    emptyHint: "Nobody can be given access before there is a department.",
  },
  groupsPage: {
    title: "Permission groups",
    lead: "What people may do in this database. An import names a group by its name.",
    description: "Description",
    permissions: "Permissions",
    shown: (count: number) => n(count, "permission group", "permission groups"),
    empty: "No permission groups",
    emptyHint: "Nobody can be given access before there is a permission group.",
  },
  imports: {
    title: "Imports",
    lead: {
      "platform-users": "Files that added users to the platform, newest first.",
      "database-users": "Files that gave people access to this database, newest first.",
    },
    start: { "platform-users": "Add multiple users", "database-users": "Import users" },
    empty: "No imports yet",
    emptyHint: {
      "platform-users": "Each file you bring in is listed here, with what became of every row.",
      "database-users": "Each file you bring in is listed here, with what became of every row.",
    },
    file: "File",
    when: "Started",
    state: "State",
    rows: "Rows",
    created: "Created",
    notDone: "Not done",
    by: "By",
  },
  steps: {
    label: "Steps of the import",
    example: "Example file",
    choose: "Choose input file",
    validate: "Validate",
    import: "Import",
    result: "Result",
    done: "(done)",
  },
  newImport: {
    title: { "platform-users": "Add multiple users", "database-users": "Import users" },
    lead: {
      "platform-users":
        "Add people to the platform from a file. Nothing is created before you have seen every problem and said yes.",
      "database-users":
        "Give people who are in the platform access to this database. All rows must be right: one wrong row, and nobody is given access.",
    },
  },
  example: {
    title: "Example file",
    text: {
      "platform-users":
        "A file with the right columns and one example row. Replace the row with your own people.",
      "database-users":
        "A file with the columns e-mail, department id and permission group. Replace the example row with your own people.",
    },
    separator: "Separator",
    comma: "Comma",
    semicolon: "Semicolon",
    download: "Download example file",
    hint: "Excel in Swedish and most of Europe opens semicolon files with one field in each cell. Either kind can be imported.",
  },
  file: {
    title: "Choose input file",
    text: {
      "platform-users":
        "E-mail, first name and last name are required. Columns may stand in any order; those you do not need may be left out.",
      "database-users":
        "E-mail, department id and permission group are required. Columns may stand in any order.",
    },
    choose: "Choose input file",
    another: "Choose another file",
    drop: "or drop it here",
    limits: (maxRows: number, size: string) => `CSV, at most ${rows(maxRows)} below the header and ${size}.`,
    kinds: "CSV with comma, semicolon or tab.",
    facts: (size: string, changed: string) => `${size}, last changed ${changed}`,
    onlyOne: "Drop one file at a time.",
    validate: "Validate file",
    sending: "Sending and validating the file",
    missing: "Choose a file first.",
    changed: "The file has changed since it was chosen",
    changedHint: "Choose it once more, so that what is validated is what you see.",
  },
  refused: {
    title: (name: string) => `${name} could not be read`,
    hint: "Nothing has been stored. Correct this in the file, save it, and choose it again:",
    row: (row: number) => `Row ${row}:`,
  },
  import: {
    title: "Import",
    rows: (count: number) => rows(count),
    at: (moment: string) => `started ${moment}`,
    cancel: "Cancel import",
  },
  validating: {
    title: "Validating the file",
    progress: "Looking at every row; nothing is changed",
  },
  running: {
    "platform-users": "Creating users",
    "database-users": "Giving access",
    progress: "The import is running",
    leave: "You may leave this page. The import goes on, and this address shows how it went.",
  },
  progress: { rows: (done: number, total: number) => `${formatNumber(done)} of ${rows(total)}` },
  cancelDialog: {
    title: "Cancel this import?",
    confirm: "Cancel import",
    back: "Go back",
    before: "Nothing has been created yet, and nothing will be. To start again you choose a file anew.",
    "platform-users": "Users who have been created stay. The rest of the file is not imported.",
    "database-users": "Either everybody in the file has been given access by then, or nobody.",
  },
  validation: {
    refused: (invalid: number, all: number) => `${formatNumber(invalid)} of ${rows(all)} must be corrected`,
    refusedHint: {
      "platform-users":
        "Correct the cells here, or in your file and choose it again. Rows that are right are kept waiting; nothing has been created.",
      "database-users":
        "One wrong row refuses the whole file, so that nobody gets wrong access. Nothing has been granted. Correct the cells here, or in your file and choose it again.",
    },
    ready: {
      "platform-users": (count: number) => `${users(count)} can be created`,
      "database-users": (count: number) => `${people(count)} can be given access`,
    },
    nobody: {
      "platform-users": "There is nobody to create",
      "database-users": "There is nobody to give access to",
    },
    conflict: {
      "platform-users": (count: number) =>
        count === 1
          ? "1 row is about somebody who already exists"
          : `${rows(count)} are about people who already exist`,
      "database-users": (count: number) =>
        count === 1 ? "1 person has other access here" : `${people(count)} have other access here`,
    },
    conflictHint: {
      "platform-users":
        "They do not stop the import: the people stay as they are, and the rows end up in the error file.",
      "database-users":
        "They do not stop the import: the access they have is left alone and reported. Change it by hand if it should be another.",
    },
    stopped: "The import was stopped before anything was granted",
    stoppedHint:
      "Something changed after the file was validated, such as a department that is gone. Look at the rows again.",
    download: "Download all rows with issues",
    another: "Choose another file",
  },
  filters: {
    label: "Rows to show",
    all: "All rows",
    invalid: "To correct",
    conflict: "Already exist",
    otherAccess: "Have other access",
    remarks: "With remarks",
    valid: "Ready",
    skipped: "Left out",
  },
  groups: {
    label: "Problems to show",
    rows: (count: number): string => (count === 1 ? "row" : "rows"),
    value: (value: string) => `“${value}”`,
    more: (count: number) => `${n(count, "more problem", "more problems")}`,
    fewer: "Fewer problems",
  },
  rows: {
    search: "Find a person or a row",
    next: "Next problem",
    shown: (count: number) => `${rows(count)} shown`,
    notFound: "No row has that",
    none: {
      all: "The file has no rows",
      invalid: "Nothing left to correct",
      conflict: "Nobody exists already",
      remarks: "No remarks",
      valid: "No rows are ready yet",
      skipped: "No rows are left out",
    },
    showAll: "Show all rows",
    issuesCaption: "Rows with what was found in them",
    caption: "Rows of the file",
  },
  table: {
    row: "Row",
    person: "Person",
    cell: "Cell",
    issue: "What is wrong, and what to do",
    status: "Status",
    wholeRow: "The whole row",
    noEmail: "No e-mail",
  },
  row: {
    numbered: (row: number) => `row ${row}`,
    edit: "Edit",
    editing: (row: number) => `Cells of row ${row}`,
    save: "Save row",
    leaveOut: "Leave out",
    takeIn: "Take in again",
    checking: "Checking",
    right: (row: number, left: number) =>
      left === 0
        ? `Row ${row} is done. Nothing left to correct.`
        : `Row ${row} is done. ${rows(left)} left to correct.`,
    stillWrong: (row: number, message: string) => `Row ${row}: ${message}`,
  },
  cell: {
    blank: "blank",
    save: (column: string) => `Save ${column}`,
    revert: (column: string) => `Take back the change of ${column}`,
    use: (value: string) => `Use ${value}`,
  },
  replace: {
    title: (count: number, column: string, value: string) =>
      `${rows(count)} have “${value}” as ${column}. Replace it in all of them:`,
    text: (column: string) => `New ${column}`,
    placeholder: "Something else",
    submit: "Replace in all",
    under: "Replacing",
    done: (left: number) => `Replaced. ${rows(left)} left to correct.`,
  },
  run: {
    checking: "Checking what you changed",
    unsaved: (count: number) => `${n(count, "correction is", "corrections are")} not saved yet`,
    refused: {
      "platform-users": (count: number) =>
        `${rows(count)} must be corrected or left out before users can be created`,
      "database-users": (count: number) =>
        `${rows(count)} must be corrected or left out before anybody is given access`,
    },
    ready: "Ready to run",
    skip: (count: number) => `Leave out the ${rows(count)} that must be corrected`,
    nobody: "Finish",
    nobodyTitle: "Finish without creating anything?",
    submit: {
      "platform-users": (count: number) => `Create ${users(count)}`,
      "database-users": (count: number) => `Give ${people(count)} access`,
    },
    title: {
      "platform-users": (count: number) => `Create ${users(count)}?`,
      "database-users": (count: number) => `Give ${people(count)} access?`,
    },
    will: {
      "platform-users": (count: number) =>
        `${users(count)} will be created. They have no access to any database yet.`,
      "database-users": (count: number) =>
        `${people(count)} will have the access that the file says; those who have it already stay unchanged.`,
    },
    conflict: {
      "platform-users": (count: number) =>
        `${people(count)} already ${count === 1 ? "exists" : "exist"} and ${count === 1 ? "stays" : "stay"} as they are.`,
      "database-users": (count: number) =>
        `${people(count)} with other access ${count === 1 ? "is" : "are"} left alone.`,
    },
    invalid: (count: number) => `${rows(count)} with errors ${count === 1 ? "is" : "are"} left out.`,
    skipped: (count: number) =>
      `${rows(count)} ${count === 1 ? "was" : "were"} left out by you or as the example.`,
  },
  result: {
    completed: {
      "platform-users": (count: number) =>
        count === 0 ? "No users were created" : `${users(count)} created`,
      "database-users": (count: number) =>
        count === 0 ? "Nobody was given new access" : `${people(count)} given access`,
    },
    cancelled: (count: number) =>
      count === 0
        ? "The import was cancelled; nothing was created"
        : `The import was cancelled after ${formatNumber(count)} created`,
    failed: (count: number) => `The import stopped; ${formatNumber(count)} created`,
    hint: {
      "platform-users": {
        done: "They are in the platform now, but have no access to any database yet.",
        stopped:
          "Rows that were not reached can be imported again: download the report, or choose the file anew.",
      },
      "database-users": {
        done: "Additional permissions are given by hand on each user's page.",
        stopped: "Nobody was given access by this import.",
      },
    },
    created: { "platform-users": "Created", "database-users": "Given access" },
    giveAccess: "Continue: give access to a database",
    errorFile: "Download error file",
    report: "Download all rows",
    another: { "platform-users": "Add more users", "database-users": "Import another file" },
    users: { "platform-users": "See the users", "database-users": "See the users" },
    notDone: (count: number) => `${rows(count)} not done, and why`,
    notDoneHint: {
      "platform-users":
        "The error file has these rows as they came, with the reasons at the end. Correct it and add it as it is.",
      "database-users":
        "The error file has these rows as they came, with the reasons at the end. Correct it and import it as it is.",
    },
    caption: "Rows that were not done",
  },
  giveAccess: {
    title: "Give access to a database",
    lead: "The people just created get a place in a database. You see what it comes to before anything is granted.",
    place: "Place in the database",
    database: "Database",
    department: "Department",
    group: "Permission group",
    choose: "Choose",
    databaseFirst: "Choose a database first",
    required: "Choose one.",
    people: "People",
    peopleHint:
      "Everybody here gets the same place. Leave some out and come back for them to give them another.",
    all: "Everybody in the list",
    chosen: (chosen: number, all: number) => `${formatNumber(chosen)} of ${people(all)} chosen`,
    nobody: "This import created nobody",
    nobodyHint: "Only people that the import created can be taken along here.",
    nobodyChosen: "Choose at least one person.",
    fileName: (name: string) => `${name}-access.csv`,
    submit: (count: number) => `Validate access for ${people(count)}`,
  },
}

export type Catalogue = typeof en
