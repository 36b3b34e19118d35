import { englishOfRepairs } from "./englishOfRepairs.ts"
import { englishOfTextFiles } from "./englishOfTextFiles.ts"
import { englishOfWorkbooks } from "./englishOfWorkbooks.ts"
import { damageText, listed, offered, type IssueTexts } from "./IssueTexts.ts"

const asCsv = "Save the table as CSV UTF-8 in your spreadsheet program and choose that file."

/** What a file of each kind does. */
const does: Readonly<Record<string, string>> = {
  "platform-users": "adds platform users",
  "database-users": "gives access to a database",
  departments: "makes departments",
  "permission-groups": "makes permission groups",
}

export const english: IssueTexts = {
  repairs: englishOfRepairs,
  columns: {
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
    name: "Name",
    parentId: "Stands below",
    description: "Description",
    permissions: "Permissions",
  },
  issues: {
    ...englishOfWorkbooks,
    "file.empty": () => ["The file is empty.", "Download the example file and fill it in."],
    "file.no_rows": () => [
      "The file has a header but no rows.",
      "Add a row for each person below the header.",
    ],
    "file.too_many_rows": ({ details }) => [
      `The file has ${details.found} rows; at most ${details.limit} are allowed.`,
      `Split it into files of at most ${details.limit} rows each.`,
    ],
    "file.too_many_columns": ({ details }) => [
      `A row has more than ${details.limit} columns.`,
      "Remove the columns that the example file does not have.",
    ],
    "file.too_large": ({ details }) => [
      `The file is larger than ${details.limit} bytes.`,
      "Remove columns that are not needed, or split the file.",
    ],
    "file.encoding_unknown": () => ["The text encoding of the file cannot be told.", asCsv],
    "file.encoding_guessed": (issue) => [
      `The file is not UTF-8; it was read as Windows-1252: ${listed(issue, "sample")}.`,
      "Check that the letters are right. If not, save the file as CSV UTF-8 and choose it again.",
    ],
    "file.wrong_template": ({ details }) => [
      `This file ${does[String(details.found)]}; what is wanted here ${does[String(details.expected)]}.`,
      "Choose the file made from this page's example file, or go to the other import.",
    ],
    "header.missing": (issue) => [
      issue.details.columns === undefined
        ? "No row names the columns."
        : `The header has no ${listed(issue, "columns")}.`,
      `Name the columns in the first row as in the example file. Found: ${listed(issue, "found")}.`,
    ],
    "header.duplicate": (issue) => [
      `Several columns mean the same: ${listed(issue, "headers")}.`,
      "Keep one of them.",
    ],
    "header.forbidden": ({ column }) => [
      `A file may not set "${column}".`,
      "Remove the column. Such things are set by hand, by somebody who may.",
    ],
    "header.unknown": (issue) => [
      `The column "${issue.column}" is not known and was left out.`,
      `Known columns: ${listed(issue, "known")}.`,
    ],
    "header.not_used": (issue) => [`Columns chosen not to be used: ${listed(issue, "columns")}.`, null],
    "row.example": () => ["This is the example row; it is left out.", null],
    "row.missing_cells": ({ details }) => [
      `The row has ${details.found} cells; the header has ${details.expected}.`,
      "Add the missing cells, or the separators between them.",
    ],
    "row.extra_cells": ({ details }) => [
      `The row has ${details.found} cells; the header has ${details.expected}.`,
      "Put text that holds the separator in double quotes.",
    ],
    "row.too_long": ({ details }) => [
      `The row has ${details.found} characters; at most ${details.limit} are allowed.`,
      "Shorten its cells, or remove columns that are not needed.",
    ],
    ...englishOfTextFiles,
    "cell.required": (_, column) => [`${column} is missing.`, "Fill in the cell."],
    "cell.too_long": ({ details }, column) => [
      `${column} has ${details.found} characters; at most ${details.limit} are allowed.`,
      "Shorten it.",
    ],
    "cell.control_character": ({ details }, column) => [
      `${column} holds an invisible or control character (${details.character}).`,
      "Type the text anew; copying often brings such characters along.",
    ],
    "cell.invalid_unicode": (_, column) => [
      `${column} holds a damaged character.`,
      "Type the damaged letter anew and save the file as CSV UTF-8.",
    ],
    "cell.digits_lost": ({ value }, column) => [
      `${column} is "${value}", which a spreadsheet shows for a long number; the digits it leaves out are lost.`,
      "Type in the whole number, in a cell that is formatted as text.",
    ],
    "cell.damaged": (issue, column) =>
      damageText(englishOfRepairs, issue, column) ?? [`${column} looks damaged.`, null],
    "cell.repaired": ({ value, details }, column) => [
      details.from
        ? `${column} was repaired: "${details.from}" became "${value}".`
        : `${column} was blank; a repair filled in "${value}".`,
      null,
    ],
    "email.invalid": ({ value, details }) => [
      details.fault === "noAt"
        ? `"${value}" has no @.`
        : details.fault === "domain"
          ? `The part after @ in "${value}" is no domain name.`
          : `"${value}" is no valid e-mail address.`,
      "Write it as name@company.com, one address, without name or brackets.",
    ],
    "email.non_ascii_local": ({ value }) => [
      `"${value}" has a letter before @ that e-mail addresses here may not have.`,
      "Use the letters a-z before @; check for look-alike letters from another alphabet.",
    ],
    "email.suspicious_domain": ({ value }) => [
      `The domain in "${value}" mixes letters of several alphabets.`,
      "Check that it is the domain that is meant; type it anew if not.",
    ],
    "email.duplicate_in_file": (issue) => [
      `The same e-mail stands in row ${listed(issue, "rows")} too.`,
      "Keep one row for each person.",
    ],
    "email.taken": ({ value }) => [
      `A platform user with the e-mail ${value} already exists.`,
      "Nothing to do; the person stays as they are. To change people who exist, choose so for the import.",
    ],
    "username.invalid": () => [
      "The username holds white space other than single spaces.",
      "Remove it, or leave the cell blank to use the e-mail.",
    ],
    "username.duplicate_in_file": (issue) => [
      `The same username stands in row ${listed(issue, "rows")} too.`,
      "Choose another username for one of them.",
    ],
    "username.taken": ({ value }) => [
      `A platform user with the username ${value} already exists.`,
      "If it is somebody else, choose another username.",
    ],
    "phone.invalid": (_, column) => [
      `${column} does not look like a phone number.`,
      "Write digits, with + for the country, such as +46 70 123 45 67.",
    ],
    "language_code.invalid": (issue) => [
      `"${issue.value}" is no language code.`,
      offered(issue) ? `Did you mean ${offered(issue)}?` : "Write it as sv-SE or en-GB.",
    ],
    "user.not_in_platform": ({ value }) => [
      `${value} is not in the platform.`,
      "Check the address, or add the person first: Platform administration > Users > Add multiple.",
    ],
    "user.inactive": ({ value }) => [
      `${value} is deactivated in the platform.`,
      "Activate the person there, or leave the row out.",
    ],
    "user.deleted": ({ value }) => [
      `${value} belongs to a deleted platform user.`,
      "Restore the person in the platform, or leave the row out.",
    ],
    "user.above_own": ({ value }) => [
      `${value} has a platform role above yours; they are left as they are.`,
      "Ask somebody with that role to change them.",
    ],
    "department.unknown": (issue) => [
      `This database has no department with the id "${issue.value}".`,
      offered(issue)
        ? `Did you mean ${offered(issue)}?`
        : "Use an id from the list of departments under the database's Administration.",
    ],
    "department.closed": ({ value, details }) => [
      `The department ${details.name} (${value}) is closed.`,
      "Choose one that is open, or open it under the database's Administration.",
    ],
    "group.unknown": (issue) => [
      `This database has no permission group named "${issue.value}".`,
      offered(issue)
        ? `Did you mean ${offered(issue)}?`
        : "Use a name from the list of permission groups under the database's Administration.",
    ],
    "group.ambiguous": (issue) => [
      `Several permission groups are named like "${issue.value}".`,
      `Write one of them exactly: ${offered(issue)}.`,
    ],
    "group.not_grantable": ({ value }) => [
      `You may not grant the permission group "${value}".`,
      "Choose another group, or ask somebody who may grant it.",
    ],
    "department.taken": ({ value }) => [
      `The database already has a department with the id "${value}"; it is left as it is.`,
      "To change departments that are there, choose so for the import.",
    ],
    "department.duplicate_in_file": (issue) => [
      `The same department stands in row ${listed(issue, "rows")} too.`,
      "Keep one row for each department.",
    ],
    "department.parent_unknown": (issue) => [
      `No department has the id "${issue.value}", neither in this file nor in the database.`,
      offered(issue) ? `Did you mean ${offered(issue)}?` : "Add it to the file, or leave the cell empty.",
    ],
    "department.circle": ({ value }) => [
      `The department would stand below itself, by way of "${value}".`,
      "Name another department for it to stand below.",
    ],
    "group.taken": ({ value }) => [
      `The database already has a permission group named "${value}"; it is left as it is.`,
      "To change groups that are there, choose so for the import.",
    ],
    "group.duplicate_in_file": (issue) => [
      `The same permission group stands in row ${listed(issue, "rows")} too.`,
      "Keep one row for each group.",
    ],
    "permission.unknown": (issue) => [
      `The product has registered no permission named ${listed(issue, "names")}.`,
      listed(issue, "near")
        ? `Did you mean ${listed(issue, "near")}?`
        : "Use names from the permissions that the product has registered.",
    ],
    "import.not_permitted": () => [
      "Whoever imports may not add or change this.",
      "Ask an administrator who may to run the import, or to give the right.",
    ],
    "import.set_aside": ({ details }) => [
      `Muster stopped ${details.tries} times while it worked on this import, and has set it aside.`,
      "Upload the rows that are left once more. If they are set aside as well, upload them in halves to find the row that causes it, and tell whoever runs Muster.",
    ],
    "access.already_granted": () => ["The person has this access already.", null],
    "access.differs": ({ details }) => [
      `The person has other access here: department ${details.departmentId}, group ${details.groupName}.`,
      "Nothing is changed. To change access that is there, choose so for the import, or do it by hand.",
    ],
    "access.not_there": ({ value }) => [
      `${value} has no access to this database that could be changed.`,
      "Check the address, or let the import give access too.",
    ],
    "access.above_own": ({ value }) => [
      `${value} administers this database; you may not change that.`,
      "Leave the row out, or ask somebody who administers the database.",
    ],
    "access.duplicate_in_file": (issue) => [
      `The same person stands in row ${listed(issue, "rows")} too.`,
      "Keep one row; a person has one place in a database.",
    ],
    "undo.already_undone": () => ["There is nothing left of it to undo.", null],
    "undo.changed_since": ({ value }) => [
      `${value} has been changed since the import and stays as it is now.`,
      "If it is to be otherwise, change it by hand.",
    ],
    "undo.field_changed_since": (_, column) => [
      `${column} has been changed since the import and stays as it is now.`,
      null,
    ],
    "undo.has_access": ({ value, details }) => [
      `${value} has access to a database by now (${details.databases}), and stays.`,
      "Take the access away first, or undo the import that gave it.",
    ],
    "undo.signs_in": ({ value }) => [
      `${value} has a way to sign in by now, and stays.`,
      "If the person is to go, deactivate or delete them on their page.",
    ],
  },
}
